import { eventLogSuite } from '../event-log/event-log.suite.ts';
import { memoryEventLog } from './memory-log.ts';

eventLogSuite('memory', async () => memoryEventLog());
