import { onMongoContainer } from '../testing/on-containers.ts';
import { cursorsSuite } from './cursors.suite.ts';
import { mongoCursors } from './mongodb.ts';

onMongoContainer((here) => {
  cursorsSuite('MongoDB', () => {
    const db = here.mongo.client.db(`cursors-${crypto.randomUUID()}`);
    return async () => mongoCursors(db);
  });
});
