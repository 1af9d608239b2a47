import { memoryReadModels } from '../read-models/memory.ts';
import { mongoReadModels } from '../read-models/mongodb/mongodb.ts';
import { onMongod } from '../testing/on-mongod.ts';
import { rebuildSuite } from './rebuild.suite.ts';

rebuildSuite('memory', async () => memoryReadModels());

onMongod((here) => {
  rebuildSuite('MongoDB', async () =>
    mongoReadModels({ ...here.mongo, db: here.mongo.client.db(`rebuild-${crypto.randomUUID()}`) }),
  );
});
