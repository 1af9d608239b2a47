import { type Routes, refusals } from '@boxoffice/common/http';
import { MarketView } from '@boxoffice/contracts';

/** What holds for the whole market. */
export function marketQueries({ market }: { market: MarketView }): Routes {
  return async (app) => {
    app.get(
      '/api/market',
      { schema: { tags: ['market'], response: { 200: MarketView, ...refusals() } } },
      async () => market,
    );
  };
}
