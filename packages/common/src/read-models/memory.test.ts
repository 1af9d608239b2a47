import { memoryReadModels } from './memory.ts';
import { readModelsSuite } from './read-models.suite.ts';

readModelsSuite('memory', async () => memoryReadModels());
