import { onMongod } from '@boxoffice/common/testing';
import { mongoSandboxProvider } from './mongodb.ts';
import { sandboxSuite } from './sandbox.suite.ts';

onMongod((here) => {
  sandboxSuite('MongoDB', () => {
    const db = here.mongo.client.db(`sandbox-${crypto.randomUUID()}`);
    return () => mongoSandboxProvider(db);
  });
});
