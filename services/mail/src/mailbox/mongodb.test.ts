import { onMongod } from '@boxoffice/common/testing';
import { mailboxSuite } from './mailbox.suite.ts';
import { mongoMailbox } from './mongodb.ts';

onMongod((here) => {
  mailboxSuite('MongoDB', () => {
    const db = here.mongo.client.db(`mailbox-${crypto.randomUUID()}`);
    return () => mongoMailbox(db);
  });
});
