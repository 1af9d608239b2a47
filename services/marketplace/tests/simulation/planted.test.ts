import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { violations } from './invariants.ts';
import type { Plant } from './market.ts';
import { seeded, unseeded } from './seeded.ts';
import { simulate } from './simulate.ts';

/** Enough for each of them to show. */
const SEEDS = 40;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(unseeded);

const planted: Record<string, { plant: Plant; number: RegExp }> = {
  'a log that takes an append for another stream position': {
    plant: {
      log: (log) => ({
        ...log,
        async append(append) {
          const expected: Record<string, number> = {};
          for (const stream of Object.keys(append.expected)) expected[stream] = (await log.readStream(stream)).length;
          return log.append({ ...append, expected });
        },
      }),
    },
    number: /^1 /,
  },
  'a log that forgets which commands it has had': {
    plant: {
      log: (log) => ({
        ...log,
        find: async () => undefined,
        append: (append) => log.append({ ...append, commandId: crypto.randomUUID() }),
      }),
    },
    number: /^5 /,
  },
  'a log that says so and writes nothing': {
    plant: {
      log: (log) => ({
        ...log,
        async append(append) {
          if (append.events.some(({ type }) => type === 'OrderPlaced') && Math.random() < 0.2)
            return { commit: { ...append, position: 1, streams: [], events: [] } as never, repeated: false };
          return log.append(append);
        },
      }),
    },
    number: /^5 /,
  },
  'a log that writes a part of a commit': {
    plant: {
      log: (log) => ({
        ...log,
        async append(append) {
          const streams = Object.keys(append.expected);
          if (streams.length < 3 || Math.random() < 0.8) return log.append(append);
          const [torn = ''] = streams.slice(-1);
          const { [torn]: _, ...expected } = append.expected;
          return log.append({ ...append, expected, events: append.events.filter(({ stream }) => stream !== torn) });
        },
      }),
    },
    number: /^[123] /,
  },
  'a log that writes down whoever was there before': {
    plant: {
      log(log) {
        let before = 'nobody';
        return {
          ...log,
          append(append) {
            const actor = Math.random() < 0.2 ? before : append.actor;
            before = append.actor;
            return log.append({ ...append, actor });
          },
        };
      },
    },
    number: /^11 /,
  },
  'a provider that charges whatever key it is given': {
    plant: {
      books: (books) => ({
        ...books,
        charge: (charge) => books.charge({ ...charge, idempotencyKey: crypto.randomUUID() }),
      }),
    },
    number: /^2 /,
  },
  'a provider that gives back as often as it is asked': {
    plant: {
      books: (books) => ({
        ...books,
        refund: (refund) => books.refund({ ...refund, idempotencyKey: crypto.randomUUID() }),
      }),
    },
    number: /^4 /,
  },
  'a provider that calls off what it has charged': {
    plant: {
      provider: (provider) => ({ ...provider, cancel: async () => ({ status: 'declined', reason: 'so it says' }) }),
    },
    number: /^[24] /,
  },
  'a provider that charges another amount': {
    plant: {
      books: (books) => ({
        ...books,
        charge: (charge) => books.charge({ ...charge, amount: { ...charge.amount, amount: charge.amount.amount + 1 } }),
      }),
    },
    number: /^2 /,
  },
  'a provider that says that it gave back, and did not': {
    plant: { provider: (provider) => ({ ...provider, refund: async () => 'nothing' }) },
    number: /^4 /,
  },
  'a market in which nobody ends holds': { plant: { idle: 'expiry' }, number: /^10 / },
  'a market in which nobody sees to payments': { plant: { idle: 'payments' }, number: /^3 / },
};

test.each(Object.entries(planted))(
  '%s is found out',
  async (_what, { plant, number }) => {
    let found: string[] = [];
    for (let seed = 1; seed <= SEEDS && found.length === 0; seed += 1) {
      seeded(seed);
      found = (await violations(await simulate(seed, 200, plant))).filter((violation) => number.test(violation));
    }
    expect(found[0]).toMatch(number);
  },
  60_000,
);
