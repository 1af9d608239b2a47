import { onMongoContainer } from '../../testing/on-containers.ts';
import { eventLogSuite } from '../event-log.suite.ts';
import { openMongoEventLog } from './mongodb.ts';

onMongoContainer((here) => {
  eventLogSuite('MongoDB', async () => openMongoEventLog(here.mongo.client.db(`log-${crypto.randomUUID()}`)));
});
