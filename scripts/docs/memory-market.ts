import { createLogger } from '../../packages/common/src/http/index.ts';
import { createMarket } from '../../services/marketplace/src/market.ts';
import { embeddedParts } from '../../services/marketplace/src/parts.ts';

/** A market with nothing on the disk. Its passwords are cheap to hash: it is for the documents and their tests. */
export async function memoryMarket() {
  const secrets = { cookie: 'for the documents alone, never for people', email: 'for the documents alone, never so' };
  const memory = ':memory:';
  const places = {
    events: memory,
    people: memory,
    cursors: memory,
    sandbox: memory,
    webhooks: memory,
    outbox: memory,
    mailbox: memory,
    demo: memory,
  };
  const folder = { ...places, secrets, async [Symbol.asyncDispose]() {} };
  const parts = embeddedParts(folder, { scryptLn: 10 });
  const logger = createLogger('warn');
  const rules = { currency: 'EUR', holdSeconds: 900, paySeconds: 600, feeBasisPoints: 500 } as const;
  const market = await createMarket(parts, { logger, secrets, secure: false, trustProxy: 'loopback', ...rules });
  return {
    app: market.app,
    async [Symbol.asyncDispose]() {
      await market[Symbol.asyncDispose]();
      await parts[Symbol.asyncDispose]();
    },
  };
}
