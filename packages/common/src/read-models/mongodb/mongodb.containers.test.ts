import { onMongoContainer } from '../../testing/on-containers.ts';
import { readModelsSuite } from '../read-models.suite.ts';
import { mongoReadModels } from './mongodb.ts';

onMongoContainer((here) => {
  readModelsSuite('MongoDB', async () =>
    mongoReadModels({ ...here.mongo, db: here.mongo.client.db(`read-models-${crypto.randomUUID()}`) }),
  );
});
