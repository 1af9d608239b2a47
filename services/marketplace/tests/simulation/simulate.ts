import { SandboxMethod } from '@boxoffice/contracts';
import { type Plant, type SimulatedMarket, simulatedMarket } from './market.ts';
import { type Scheduler, scheduler } from './scheduler.ts';

const people = ['ann', 'ben', 'cem', 'dee'].map((_, n) => `b17e7000-0000-4000-8000-00000000000${n}`);

/** One market's life of so many operations, then quiet: all that was begun has ended, one way or another. */
export async function simulate(seed: number, operations: number, plant: Plant = {}): Promise<SimulatedMarket> {
  const schedule = scheduler(seed);
  const market = simulatedMarket(schedule, plant);
  const act = actor(market, schedule);
  for (let n = 0; n < operations; n += 1) {
    act();
    await schedule.run(Math.floor(schedule.random() * 12));
  }
  await quiet(market, schedule);
  return market;
}

function actor(market: SimulatedMarket, { random, chance, pick }: Scheduler): () => void {
  const tickets: { id: string; seller: string }[] = [];
  const orders: { id: string; buyer: string }[] = [];
  const anybody = () => pick(people) as string;
  const price = () => ({ amount: 1 + Math.floor(random() * 10_000), currency: chance(0.8) ? 'EUR' : 'JPY' }) as const;
  const recent = <Item>(items: readonly Item[]) => pick(items.slice(-6));

  const acts: [number, () => unknown][] = [
    [
      2,
      async () => {
        const seller = anybody();
        tickets.push({ id: await market.list(seller, price()), seller });
      },
    ],
    [
      1,
      () => {
        const ticket = recent(tickets);
        if (ticket)
          void market.change(chance(0.9) ? ticket.seller : anybody(), ticket.id, chance(0.8) ? price() : undefined);
      },
    ],
    [
      4,
      async () => {
        const ticket = recent(tickets);
        const buyer = anybody();
        const order = ticket && (await market.reserve(buyer, ticket.id));
        if (order) orders.push({ id: order.orderId, buyer });
      },
    ],
    [
      5,
      () => {
        const order = recent(orders);
        if (order)
          void market.pay(chance(0.95) ? order.buyer : anybody(), order.id, pick(SandboxMethod.options) as string);
      },
    ],
    [
      1,
      () => {
        const order = recent(orders);
        if (order) void market.cancel(order.buyer, order.id);
      },
    ],
    [
      0.5,
      () => {
        const order = recent(orders);
        if (order) void market.refund(order.id, chance(0.5) ? 'relist' : 'withdraw');
      },
    ],
    [3, () => market.pass(Math.floor(random() * (chance(0.2) ? 1_200_000 : 10_000)))],
    [1.5, () => void market.tell(true)],
    [1, () => market.crash()],
    [4, () => market.work(chance(0.3))],
  ];
  const total = acts.reduce((sum, [weight]) => sum + weight, 0);
  return () => {
    let left = random() * total;
    for (const [weight, act] of acts) {
      left -= weight;
      if (left < 0) return void act();
    }
  };
}

/** No more wishes and no more crashes: the clock runs on, and the workers work. */
async function quiet(market: SimulatedMarket, schedule: Scheduler): Promise<void> {
  await schedule.drain();
  for (let round = 0; round < 60; round += 1) {
    market.pass(round < 30 ? 10_000 : 300_000);
    const working = Promise.all([market.work(false), market.tell(false)]);
    await schedule.drain();
    await working;
  }
}
