import type { Collection, Db } from 'mongodb';
import { type SandboxCharge, type SandboxProvider, sandboxProvider } from './sandbox.ts';

type Stored = Omit<SandboxCharge, 'idempotencyKey'> & { _id: string };

/** What the server says of a key that is there already. */
const DUPLICATE = 11_000;

/** The sandbox with its memory in MongoDB, for the distributed mode. */
export function mongoSandboxProvider(db: Db): SandboxProvider {
  const charges: Collection<Stored> = db.collection<Stored>('sandbox-charges');
  return sandboxProvider({
    async remember(charge) {
      const { idempotencyKey: _id, ...rest } = charge;
      try {
        await charges.insertOne({ _id, ...rest });
        return charge;
      } catch (error) {
        if ((error as { code?: unknown }).code !== DUPLICATE) throw error;
      }
      const first = await charges.findOne({ _id });
      if (!first) throw new Error(`the sandbox has lost the charge ${_id}`);
      return chargeOf(first);
    },
    charges: async () => (await charges.find().toArray()).map(chargeOf),
    [Symbol.asyncDispose]: async () => undefined,
  });
}

function chargeOf({ _id: idempotencyKey, orderId, amount, method, outcome }: Stored): SandboxCharge {
  return { idempotencyKey, orderId, amount, method, outcome };
}
