import { onMongod } from '@boxoffice/common/testing';
import { mongoOutbox } from './mongodb.ts';
import { outboxSuite } from './outbox.suite.ts';

onMongod((here) => {
  outboxSuite('MongoDB', () => {
    const db = here.mongo.client.db(`outbox-${crypto.randomUUID()}`);
    return () => mongoOutbox(db);
  });
});
