import { memoryReadModels } from '../read-models/memory.ts';
import { mongoReadModels } from '../read-models/mongodb/mongodb.ts';
import { onMongod } from '../testing/on-mongod.ts';
import { operatingSuite } from './operating.suite.ts';

operatingSuite('memory', async () => memoryReadModels());

onMongod((here) => {
  operatingSuite('MongoDB', async () =>
    mongoReadModels({ ...here.mongo, db: here.mongo.client.db(`operating-${crypto.randomUUID()}`) }),
  );
});
