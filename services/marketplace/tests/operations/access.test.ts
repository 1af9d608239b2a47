import { Problem } from '@boxoffice/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiDescription, routesOf } from '../../../../scripts/docs/routes.ts';
import { type TestMarket, testMarket } from '../support/market.ts';
import { appoint } from '../support/operators.ts';
import type { Person, Request } from '../support/person.ts';

const nobody = '0d3e7000-0000-4000-8000-000000000404';
const projection = 'ticket-listings';

/** What an operator sends that needs a body, and what comes of a request where it is not 200. */
const bodies: Record<string, object> = {
  'POST /api/operations/quarantine/retry': { projection },
  'POST /api/operations/quarantine/skip': { projection, key: 'none', reason: 'to see' },
  'POST /api/operations/projections/{name}/switch': {},
};
const answers: Record<string, number> = {
  'POST /api/operations/projections/{name}/rebuild': 202,
  'POST /api/operations/projections/{name}/compare': 409,
  'POST /api/operations/projections/{name}/switch': 409,
  'POST /api/operations/projections/{name}/rollback': 409,
  'POST /api/operations/quarantine/skip': 409,
  'POST /api/operations/log/verify': 202,
  'GET /api/operations/jobs/{id}': 404,
  'DELETE /api/operations/jobs/{id}': 404,
  'GET /api/operations/orders/{id}': 404,
};

describe('what is for operators', { timeout: 60_000 }, async () => {
  let market: TestMarket;
  let [user, operator]: [Person | undefined, Person | undefined] = [undefined, undefined];
  let operatorId = '';
  const opened = testMarket();
  const routes = opened.then(async ({ app }) => {
    await app.ready();
    const all = routesOf(app.swagger() as unknown as ApiDescription).map(({ name }) => name);
    return all.filter((name) => name.includes('/api/operations/'));
  });
  const names = await routes;

  beforeAll(async () => {
    market = await opened;
    [user, operator] = [await market.person(), await market.person()];
    operatorId = await appoint(market.parts, operator);
  });
  afterAll(() => market[Symbol.asyncDispose]());

  function requestOf(name: string): Request {
    const [method, path = ''] = name.split(' ');
    const url = path
      .replace('{name}', projection)
      .replace('{position}', '1')
      .replace('{stream}', `user-${operatorId}`)
      .replace('{id}', nobody);
    const payload = bodies[name];
    return { method: method as 'GET', url, ...(payload && { payload }) };
  }

  test('are routes that nobody has forgotten', () => expect(names.length).toBeGreaterThan(20));

  test.each(names)('%s', async (name) => {
    const request = requestOf(name);
    const head = await market.parts.log.head();
    const stranger = await market.app.inject({ ...request, headers: {} });
    expect([stranger.statusCode, Problem.parse(stranger.json()).code]).toEqual([401, 'not-signed-in']);
    const refused = await user?.request(request);
    expect([refused?.statusCode, Problem.parse(refused?.json()).code]).toEqual([403, 'not-an-operator']);
    expect(await market.parts.log.head()).toBe(head);

    const answered = await operator?.request(request);
    expect(answered?.statusCode, answered?.body).toBe(answers[name] ?? 200);
    for (const reply of [stranger, refused, answered]) expect(reply?.headers['cache-control']).toBe('no-store');
  });

  test('a change that comes from another site is refused', async () => {
    const url = `/api/operations/projections/${projection}/pause`;
    const reply = await operator?.request({ method: 'POST', url, headers: { 'sec-fetch-site': 'cross-site' } });
    expect(reply?.json()).toMatchObject({ status: 403, code: 'cross-site-request' });
  });

  test('what is not there is a problem with a code', async () => {
    const asked = async (url: string) => (await operator?.get(`/api/operations/${url}`))?.json().code;
    expect(await asked('projections/lamps')).toBe('projection-not-found');
    expect(await asked('log/commits/123456')).toBe('commit-not-found');
    expect(await asked('log/streams/ticket-none')).toBe('stream-not-found');
    expect(await asked('log/commits?after=1&before=9')).toBe('invalid-input');
    expect((await operator?.post('/api/operations/projections/lamps/pause', {}))?.json().code).toBe(
      'projection-not-found',
    );
  });
});
