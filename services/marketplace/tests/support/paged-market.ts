import { webClient } from '../../src/web-client.ts';
import { type TestMarket, testMarket } from './market.ts';

export interface PagedMarket extends TestMarket {
  readonly url: string;
  /** Lets time pass in the market; pages and people stay where they are. */
  pass(seconds: number): void;
}

/** The whole market in this process with its pages, on a clock that can be put forward. */
export async function pagedMarket(): Promise<PagedMarket> {
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead).toISOString() };
  const market = await testMarket({ clock });
  await webClient(market.app);
  const url = await market.app.listen({ host: '127.0.0.1', port: 0 });
  process.env.API_ORIGIN = url;
  process.env.__NEXT_PRIVATE_ORIGIN = url;
  return {
    ...market,
    url,
    pass(seconds) {
      ahead += seconds * 1000;
    },
  };
}
