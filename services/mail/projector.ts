import { exitWithReason, readConfig } from '@boxoffice/common';
import { mongoVault, workerRole } from '@boxoffice/common/roles';
import { ProjectorConfig } from './src/config.ts';
import { mailTransport, mongoMailbox, mongoOutbox, projections, workers } from './src/index.ts';

try {
  const config = readConfig(ProjectorConfig);
  await workerRole('mail-projector', config, {
    projections,
    workers(parts) {
      const { db } = parts.mongo;
      const mailbox = mongoMailbox(db);
      const own = {
        mailbox,
        outbox: mongoOutbox(db),
        vault: mongoVault(db),
        transport: mailTransport(config, mailbox),
      };
      return workers({ ...parts, ...own, origin: () => config.PUBLIC_URL });
    },
  });
} catch (error) {
  exitWithReason(error);
}
