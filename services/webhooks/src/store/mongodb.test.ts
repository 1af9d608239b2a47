import { onMongod } from '@boxoffice/common/testing';
import { deliveriesSuite } from '../deliveries/deliveries.suite.ts';
import { secretsSuite } from '../secrets/secrets.suite.ts';
import { mongoWebhookStore } from './mongodb.ts';

onMongod((here) => {
  const fresh = () => {
    const db = here.mongo.client.db(`webhooks-${crypto.randomUUID()}`);
    return () => mongoWebhookStore(db);
  };
  secretsSuite('MongoDB', fresh);
  deliveriesSuite('MongoDB', fresh);
});
