import { ConfigError, type Lifecycle, type ReadModels } from '@boxoffice/common';
import type { Currency } from '@boxoffice/contracts';
import { type TicketListing, ticketListings } from '@boxoffice/tickets';
import type { FastifyBaseLogger } from 'fastify';
import type { MarketplaceConfig } from './config.ts';
import { openDataFolder } from './data-folder.ts';
import { listDemo } from './demo/list-demo.ts';
import { demoMarker } from './demo/marker.ts';
import { createMarket } from './market.ts';
import { embeddedParts } from './parts.ts';
import { say, sayProgress } from './say.ts';
import { webClient } from './web-client.ts';

/** Starts the whole market in this process. */
export async function start(
  config: MarketplaceConfig,
  logger: FastifyBaseLogger,
  { use, stop }: Lifecycle,
  { empty }: { empty: boolean },
): Promise<void> {
  // Whatever the process makes from here on is nobody else's to read.
  process.umask(0o077);
  try {
    const folder = use(openDataFolder(config.DATA_DIR));
    const parts = use(embeddedParts(folder, { scryptLn: config.SCRYPT_LN, payments: config, mail: config }));
    const secure = config.PUBLIC_URL?.startsWith('https:') ?? false;
    const { secrets } = folder;
    const { CURRENCY: currency, HOLD_SECONDS: holdSeconds, PAY_SECONDS: paySeconds } = config;
    const rules = { currency, holdSeconds, paySeconds, feeBasisPoints: config.FEE_BASIS_POINTS };
    // The pages pass on what they know of the browser from this machine.
    const trustProxy = `loopback,${config.TRUST_PROXY}`;
    let reachedAt = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
    const origin = () => reachedAt;
    const settings = { payments: config, allowPrivate: config.WEBHOOK_ALLOW_PRIVATE, origin };
    const market = use(await createMarket(parts, { logger, secrets, secure, trustProxy, ...rules, ...settings }));
    const { app } = market;
    await checkCurrency(parts.readModels, currency);
    await webClient(app);
    await app.ready();

    const { address, local } = await listen(app, config);
    reachedAt = config.PUBLIC_URL ?? address;
    // The pages ask the API as any client does, on this machine.
    process.env.API_ORIGIN = local;
    // Where Next fetches the page that a form's action leads to; it would guess port 3000.
    process.env.__NEXT_PRIVATE_ORIGIN = local;
    const demo = demoMarker(folder.demo);
    if (empty) demo.set('left out');
    else if (await demo.isWanted(parts.log)) {
      demo.set('begun');
      const onProgress = sayProgress('Listing the demo catalogue');
      const { log } = parts;
      const refused = await listDemo({ app, log, secret: secrets.email, secure, currency, onProgress });
      if (refused > 0) say(`${refused} tickets of the demo catalogue were refused: the settings have changed`);
      demo.set('done');
    }
    say(`The market is open at ${reachedAt}. Its data lies in ${config.DATA_DIR}`);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Prices of two currencies in one list would be compared as if they were of one. */
async function checkCurrency(readModels: ReadModels, currency: Currency): Promise<void> {
  const [ticket] = await readModels.reader<TicketListing>(ticketListings).find({}, { limit: 1 });
  if (ticket && ticket.price.currency !== currency)
    throw new ConfigError([`CURRENCY: must be ${ticket.price.currency}, as all prices in this DATA_DIR are`]);
}

async function listen(app: Awaited<ReturnType<typeof createMarket>>['app'], { HOST, PORT }: MarketplaceConfig) {
  await app.listen({ host: HOST, port: PORT });
  const bound = app.addresses()[0];
  const port = typeof bound === 'object' ? bound.port : PORT;
  const everywhere = HOST === '0.0.0.0' || HOST === '::';
  const host = HOST.includes(':') ? `[${HOST}]` : HOST;
  return {
    address: `http://${everywhere ? 'localhost' : host}:${port}`,
    local: `http://${everywhere ? '127.0.0.1' : host}:${port}`,
  };
}
