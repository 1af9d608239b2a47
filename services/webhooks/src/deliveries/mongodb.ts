import type { Db } from 'mongodb';
import { type Deliveries, type Delivery, KEPT_ATTEMPTS, type NewDelivery } from './deliveries.ts';

type Stored = Omit<Delivery, 'id'> & { _id: string; settledAt?: string };

/** What the server says of a key that is there already. */
const DUPLICATE = 11_000;

/** Deliveries in MongoDB, for the distributed mode. */
export function mongoDeliveries(db: Db): Deliveries {
  const deliveries = db.collection<Stored>('webhook-deliveries');
  const pending = { status: 'pending' } as const;
  const partial = { partialFilterExpression: pending };
  let indexed: Promise<unknown> | undefined;

  async function indexes(): Promise<void> {
    indexed ??= deliveries.createIndexes([
      { key: { dueAt: 1, webhookId: 1 }, name: 'due', ...partial },
      { key: { webhookId: 1, dueAt: 1, position: 1, _id: 1 }, name: 'take', ...partial },
      { key: { webhookId: 1, position: -1, _id: -1 }, name: 'page' },
      { key: { settledAt: 1 }, name: 'settled', sparse: true },
    ]);
    // Asked again when it failed.
    await indexed.catch(() => {
      indexed = undefined;
    });
  }

  async function insert(all: readonly NewDelivery[]): Promise<void> {
    await indexes();
    if (all.length === 0) return;
    const documents = all.map(({ id: _id, ...rest }) => ({
      _id,
      ...rest,
      ...{ ...pending, tries: 0, dueAt: rest.queuedAt, attempts: [] },
    }));
    await deliveries.insertMany(documents, { ordered: false }).catch((error: { code?: unknown }) => {
      if (error.code !== DUPLICATE) throw error;
    });
  }

  return {
    add: insert,
    async addAgain(all) {
      await insert(all);
      for (const { id: _id, queuedAt } of all)
        await deliveries.updateOne(
          { _id },
          { $set: { ...pending, tries: 0, queuedAt, dueAt: queuedAt }, $unset: { settledAt: '' } },
        );
    },
    async due(now, { except, limit }) {
      const found = await deliveries
        .aggregate<{ _id: string }>([
          { $match: { ...pending, dueAt: { $lte: now }, webhookId: { $nin: except } } },
          { $group: { _id: '$webhookId', dueAt: { $min: '$dueAt' } } },
          { $sort: { dueAt: 1 } },
          { $limit: limit },
        ])
        .toArray();
      return found.map(({ _id }) => _id);
    },
    async take(webhookId, now, until) {
      const taken = await deliveries.findOneAndUpdate(
        { ...pending, webhookId, dueAt: { $lte: now } },
        { $set: { dueAt: until }, $inc: { tries: 1 } },
        { sort: { dueAt: 1, position: 1, _id: 1 }, returnDocument: 'after' },
      );
      return taken ? deliveryOf(taken) : undefined;
    },
    async settle(_id, until, { status, dueAt, attempt, at }) {
      if (attempt)
        await deliveries.updateOne({ _id }, { $push: { attempts: { $each: [attempt], $slice: -KEPT_ATTEMPTS } } });
      const next = dueAt === undefined ? { $unset: { dueAt: '' as const } } : {};
      const set = { status, ...(dueAt === undefined ? { settledAt: at } : { dueAt }) };
      await deliveries.updateOne({ _id, ...pending, dueAt: until }, { $set: set, ...next });
    },
    async get(ids) {
      const found = await deliveries.find({ _id: { $in: [...ids] } }).toArray();
      return ids.flatMap((id) => found.find(({ _id }) => _id === id) ?? []).map(deliveryOf);
    },
    async page(webhookId, { after, limit }) {
      const beyond = after && {
        $or: [{ position: { $lt: after.position } }, { position: after.position, _id: { $lt: after.id } }],
      };
      const found = deliveries.find({ webhookId, ...beyond }).sort({ position: -1, _id: -1 });
      return (await found.limit(limit).toArray()).map(deliveryOf);
    },
    async hasArrivedSince(webhookId, moment) {
      return (await deliveries.findOne({ webhookId, status: 'delivered', settledAt: { $gte: moment } })) !== null;
    },
    async forget(webhookId) {
      await deliveries.deleteMany({ webhookId });
    },
    async prune(before) {
      await deliveries.deleteMany({ settledAt: { $lt: before } });
    },
    async depth() {
      const oldest = await deliveries.find(pending).sort({ dueAt: 1 }).limit(1).next();
      return { pending: await deliveries.countDocuments(pending), oldestDueAt: oldest?.dueAt };
    },
  };
}

function deliveryOf({ _id: id, settledAt: _, ...rest }: Stored): Delivery {
  return { id, ...rest };
}
