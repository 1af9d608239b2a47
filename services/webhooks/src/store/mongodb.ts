import type { Db } from 'mongodb';
import { mongoDeliveries } from '../deliveries/mongodb.ts';
import { mongoSecrets } from '../secrets/mongodb.ts';
import type { WebhookStore } from './store.ts';

/** Secrets and deliveries in MongoDB, for the distributed mode. */
export function mongoWebhookStore(db: Db): WebhookStore {
  return {
    secrets: mongoSecrets(db),
    deliveries: mongoDeliveries(db),
    [Symbol.asyncDispose]: async () => undefined,
  };
}
