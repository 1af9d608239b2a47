import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { violations } from './invariants.ts';
import { seeded, unseeded } from './seeded.ts';
import { simulate } from './simulate.ts';

/** `SIMULATION_SEEDS=2000` for longer; `SIMULATION_SEED=17 SIMULATION_SEEDS=1` for one again. */
const SEEDS = Number(process.env.SIMULATION_SEEDS ?? 200);
const FIRST = Number(process.env.SIMULATION_SEED ?? 1);
const OPERATIONS = 200;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(unseeded);

test(
  `${SEEDS} markets keep their promises, whatever happens in whatever order`,
  async () => {
    const happened = new Map<string, number>();
    for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
      seeded(seed);
      const market = await simulate(seed, OPERATIONS);
      expect(await violations(market), `SIMULATION_SEED=${seed} SIMULATION_SEEDS=1`).toEqual([]);
      for (const { events } of await market.log.read(0, 100_000))
        for (const { type, data } of events) {
          const name = type === 'PaymentRefundRequested' ? `${type} ${(data as { reason: string }).reason}` : type;
          happened.set(name, (happened.get(name) ?? 0) + 1);
        }
    }
    if (SEEDS < 100) return;
    // A simulation in which nothing goes wrong shows nothing.
    for (const rare of [
      'PaymentRefundRequested late',
      'PaymentRefundRequested operator',
      'TicketHoldExtended',
      'OrderExpired',
    ])
      expect(happened.get(rare), rare).toBeGreaterThan(0);
    expect(happened.get('TicketReserved') ?? 0, 'late money that bought').toBeGreaterThan(
      happened.get('OrderPlaced') ?? 0,
    );
  },
  SEEDS * 3000,
);

test('a seed replays, byte for byte', async () => {
  const logs: string[] = [];
  for (let time = 0; time < 2; time += 1) {
    seeded(7);
    const market = await simulate(7, OPERATIONS);
    logs.push(JSON.stringify(await market.log.read(0, 100_000)));
  }
  expect(logs[0]).toBe(logs[1]);
}, 60_000);
