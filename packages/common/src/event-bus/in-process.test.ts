import { eventBusSuite } from './event-bus.suite.ts';
import { inProcessEventBus } from './in-process.ts';

eventBusSuite('this process', async () => inProcessEventBus());
