import type { Clock } from '@boxoffice/common';
import { createLogger } from '@boxoffice/common/http';
import { type BookedCharge, type SandboxBooks, sandboxProvider } from '@boxoffice/payments';
import { type DataFolder, openDataFolder } from '../../src/data-folder.ts';
import { createMarket, type MarketOptions } from '../../src/market.ts';
import { type EmbeddedParts, embeddedParts } from '../../src/parts.ts';
import { newcomer, type Person } from './person.ts';
import { newDataDir } from './process.ts';

export interface TestMarket extends AsyncDisposable {
  readonly app: Awaited<ReturnType<typeof createMarket>>['app'];
  readonly parts: EmbeddedParts;
  readonly dataDir: string;
  /** What the provider was asked. */
  readonly books: SandboxBooks;
  /** A newcomer who has just signed up. */
  person(): Promise<Person>;
  /** What the provider was asked to charge for an order. */
  charges(orderId: string): Promise<readonly BookedCharge[]>;
}

export interface TestMarketOptions extends Partial<MarketOptions> {
  readonly dataDir?: string;
  readonly clock?: Clock;
}

/** The whole market in this process, on files of its own, without the web client. */
export async function testMarket({
  dataDir = newDataDir(),
  clock,
  ...more
}: TestMarketOptions = {}): Promise<TestMarket> {
  const stack = new AsyncDisposableStack();
  const folder: DataFolder = stack.use(openDataFolder(dataDir));
  const embedded = stack.use(embeddedParts(folder, { scryptLn: 10 }));
  const { books } = embedded;
  // Who moves the money looks at the same clock.
  const parts = clock ? { ...embedded, clock, provider: sandboxProvider(books, { clock }) } : embedded;
  const { app } = stack.use(
    await createMarket(parts, {
      logger: createLogger('silent'),
      secrets: folder.secrets,
      secure: false,
      trustProxy: 'loopback',
      currency: 'EUR',
      holdSeconds: 900,
      paySeconds: 600,
      feeBasisPoints: 500,
      ...more,
    }),
  );
  return {
    app,
    parts,
    dataDir,
    books,
    charges: async (orderId) => (await books.charges()).filter((charge) => charge.orderId === orderId),
    person: () => newcomer((request) => app.inject(request)),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
