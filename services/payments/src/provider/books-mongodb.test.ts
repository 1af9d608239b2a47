import { onMongod } from '@boxoffice/common/testing';
import { booksSuite } from './books.suite.ts';
import { mongoBooks } from './books-mongodb.ts';

onMongod((here) => {
  booksSuite('MongoDB', () => {
    const db = here.mongo.client.db(`sandbox-${crypto.randomUUID()}`);
    return () => mongoBooks(db);
  });
});
