import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startVisitors } from '../../deploy/verify/load.ts';
import { connectMongo } from '../../packages/common/src/roles/index.ts';
import { isEngineThere } from '../../packages/common/src/testing/containers.ts';
import { purchaseSuite } from '../../services/marketplace/tests/purchase.suite.ts';
import { newcomer, sendTo } from '../../services/marketplace/tests/support/person.ts';
import { mongoBooks } from '../../services/payments/src/index.ts';
import { built, type ImageMarket, startImageMarket } from './support/image-market.ts';

const canRun = isEngineThere && built.services && built.frontend;
const PACE = 50;

test.runIf(canRun || process.env.CI)('a Docker engine and the images of the market are there', () => {
  expect([isEngineThere, built.services, built.frontend]).not.toContain(undefined);
  expect(isEngineThere).toBe(true);
});

describe.runIf(canRun)('the market, from its images', { timeout: 60_000 }, () => {
  let market: ImageMarket;
  beforeAll(async () => {
    market = await startImageMarket();
  }, 600_000);
  afterAll(() => market?.[Symbol.asyncDispose](), 120_000);

  purchaseSuite(async () => ({
    person: () => newcomer(sendTo(market.url)),
    async charges(orderId) {
      await using mongo = await connectMongo(market.mongo);
      return (await mongoBooks(mongo.db).charges()).filter((charge) => charge.orderId === orderId);
    },
    [Symbol.asyncDispose]: async () => undefined,
  }));

  test(`each process is replaced at ${PACE} requests a second, none of which fails, and ends cleanly`, async () => {
    const load = await startVisitors(market.url, PACE);
    const ending = new Map<string, ReturnType<ImageMarket['processes'][number]['container']['end']>>();
    for (const one of market.processes) {
      ending.set(one.name, (await one.replace()).ended);
      expect([one.name, load.failures]).toEqual([one.name, []]);
    }
    const ended: Record<string, unknown> = {};
    const complaints: string[] = [];
    for (const [name, end] of ending) {
      const { exitCode, output } = await end;
      ended[name] = exitCode;
      complaints.push(...(output.match(/^.*"level":(50|60).*$/gm) ?? []));
    }
    await load.stop();
    expect(load.failures).toEqual([]);
    expect(ended).toEqual(Object.fromEntries(market.processes.map(({ name }) => [name, 0])));
    expect(complaints).toEqual([]);
    const slowest = Math.max(...market.processes.map(({ container }) => container.readyAfter));
    process.stdout.write(
      `${market.processes.length} processes replaced under ${load.perSecond().toFixed(0)} requests a second: ` +
        `${load.done} answered, ${load.late()} of them late; ready after ${(slowest / 1000).toFixed(1)} s at most\n`,
    );
  }, 900_000);
});
