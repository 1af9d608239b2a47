import { describe, expect, test } from 'vitest';
import { createLogger, createServer, openapi, sessions } from '../packages/common/src/http/index.ts';
import { type ApiDescription, describeApi, routesOf } from '../scripts/docs/routes.ts';
import * as auth from '../services/auth/src/index.ts';
import { resources, upstreamOf } from '../services/gateway/src/upstreams.ts';
import * as live from '../services/live/src/index.ts';
import * as mail from '../services/mail/src/index.ts';
import { operations } from '../services/marketplace/operations/routes.ts';
import { embeddedParts } from '../services/marketplace/src/parts.ts';
import * as orders from '../services/orders/src/index.ts';
import * as payments from '../services/payments/src/index.ts';
import * as tickets from '../services/tickets/src/index.ts';
import * as webhooks from '../services/webhooks/src/index.ts';

const memory = ':memory:';
const secrets = { cookie: 'for this test alone, never for people', email: 'for this test alone, never so' };
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
const parts = embeddedParts({ ...places, secrets, async [Symbol.asyncDispose]() {} }, { scryptLn: 10 });
const market = { currency: 'EUR', holdSeconds: 900, paySeconds: 600, feeBasisPoints: 500 } as const;
const unused = (): never => {
  throw new Error('nothing is verified here');
};
const routes = {
  'auth-command': auth.commands({ ...parts, secure: false, emailKey: secrets.email }),
  'auth-query': auth.queries(parts),
  'tickets-command': tickets.commands({ ...parts, market }),
  'tickets-query': tickets.queries({ ...parts, market }),
  'orders-command': orders.commands({ ...parts, rules: market }),
  'orders-query': orders.queries(parts),
  'payments-command': payments.commands({ ...parts, paySeconds: 600 }),
  operations: operations({ ...parts, place: unused }),
  'payments-query': payments.queries(parts),
  'live-query': live.queries({ log: parts.log, stopping: new AbortController().signal }),
  'mail-query': mail.queries(parts),
  'webhooks-command': webhooks.commands({ ...parts, allowPrivate: false }),
  'webhooks-query': webhooks.queries(parts),
};

/** What the process of this name answers. */
async function namesOf(name: keyof typeof routes): Promise<string[]> {
  const app = await createServer({ logger: createLogger('silent'), trustProxy: 'loopback', secure: false });
  await app.register(openapi, { version: '0' });
  await app.register(sessions, {
    secret: secrets.cookie,
    secure: false,
    clock: parts.clock,
    accessOf: async () => ({ isOperator: false }),
  });
  await app.register(routes[name]);
  await app.ready();
  const found = routesOf(app.swagger() as unknown as ApiDescription);
  await app.close();
  return found.map((route) => route.name);
}

/** Where the gateway sends a request for a route. */
function sentTo(route: string) {
  const [method = '', path = ''] = route.split(' ');
  return upstreamOf(method, path);
}

describe('the gateway', async () => {
  const api = routesOf(await describeApi()).map(({ name }) => name);

  test('knows every route of the API, and no resource that has none', () => {
    expect(api.length).toBeGreaterThan(15);
    expect(api.filter((route) => sentTo(route) === undefined || sentTo(route) === 'frontend')).toEqual([]);
    const found = new Set(api.map((route) => route.split('/')[2]));
    expect(new Set(Object.keys(resources))).toEqual(found);
  });

  test('sends each route to the one process that answers it', async () => {
    const names = Object.keys(routes) as (keyof typeof routes)[];
    const answered = await Promise.all(names.map(async (name) => (await namesOf(name)).map((route) => [route, name])));
    expect(Object.fromEntries(answered.flat())).toEqual(Object.fromEntries(api.map((route) => [route, sentTo(route)])));
    expect(answered.flat()).toHaveLength(api.length);
  });
});
