import type { Db } from 'mongodb';
import type { Secret, Secrets } from './secrets.ts';

type Stored = Omit<Secret, 'secretId'> & { _id: string; until?: string };

/** Secrets in MongoDB, for the distributed mode: a collection of its own, which nothing else reads. */
export function mongoSecrets(db: Db): Secrets {
  const secrets = db.collection<Stored>('webhook-secrets');
  return {
    async put({ secretId: _id, ...rest }) {
      await secrets.insertOne({ _id, ...rest });
    },
    async get(secretIds) {
      const found = await secrets.find({ _id: { $in: [...secretIds] } }).toArray();
      return secretIds.flatMap((secretId) => found.find(({ _id }) => _id === secretId)?.value ?? []);
    },
    async destroy(_id) {
      await secrets.deleteOne({ _id });
    },
    async destroyAll(webhookId) {
      await secrets.deleteMany({ webhookId });
    },
    async retireOthers(webhookId, secretId, until) {
      await secrets.updateMany({ webhookId, _id: { $ne: secretId }, until: { $exists: false } }, { $set: { until } });
    },
    async sweep(now) {
      await secrets.deleteMany({ until: { $lte: now } });
    },
  };
}
