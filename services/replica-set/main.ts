import { setTimeout as delay } from 'node:timers/promises';
import { exitWithReason, readConfig } from '@boxoffice/common';
import { createLogger } from '@boxoffice/common/http';
import { ReplicaSetConfig } from './src/config.ts';
import { initiate, readAddress } from './src/initiate.ts';

try {
  const { MONGODB_URL, MONGODB_KEY, LOG_LEVEL } = readConfig(ReplicaSetConfig);
  const logger = createLogger(LOG_LEVEL).child({ role: 'replica-set' });
  const {
    hosts,
    user: { name: user },
  } = readAddress(MONGODB_URL);
  for (let isThere = false; !isThere; )
    try {
      await initiate(MONGODB_URL, MONGODB_KEY);
      isThere = true;
    } catch (error) {
      logger.warn({ reason: (error as Error).message }, `MONGODB_URL: no replica set of ${hosts} yet; trying again`);
      await delay(1000);
    }
  logger.info({ hosts, user }, 'the replica set and its user are there');
} catch (error) {
  exitWithReason(error);
}
