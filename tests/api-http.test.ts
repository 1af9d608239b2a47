import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { memoryMarket } from '../scripts/docs/memory-market.ts';
import { describeApi, routesOf } from '../scripts/docs/routes.ts';
import { type HttpRequest, parseHttpFile } from './support/http-file.ts';

const { requests, variables } = parseHttpFile(readFileSync(new URL('../api.http', import.meta.url), 'utf8'));

test('every route that anybody may ask is called, and none that there is not', async () => {
  const all = routesOf(await describeApi()).map(({ name }) => name.replaceAll(/\{\w+\}/g, '{}'));
  const called = new Set(requests.map(({ method, url }) => `${method} ${routeOf(url)}`));
  // Nobody in the story is an operator: one of their routes, which refuses, stands for all.
  const routes = all.filter((name) => !name.includes('/api/operations/') || called.has(name));
  expect([...called].toSorted()).toEqual(routes.toSorted());
});

test('the story works from top to bottom, and a second time', async () => {
  await using market = await memoryMarket();
  const { app } = market;
  const cookies: Record<string, string> = {};
  const replies = new Map<string, Record<string, unknown>>();

  async function isRefused({ method, url, headers, body, name }: HttpRequest): Promise<boolean> {
    const endless = url.includes('/api/stream');
    const reply = await app.inject({
      method: method as 'GET',
      url: new URL(fill(url)).href.replace(/^http:\/\/[^/]+/, ''),
      headers: { host: 'localhost:3000', ...headers, ...(headers.Origin && { Origin: fill(headers.Origin) }) },
      cookies,
      payloadAsStream: endless,
      ...(body && { payload: fill(body) }),
    });
    for (const cookie of reply.cookies) cookies[cookie.name] = cookie.value;
    if (endless) reply.stream().destroy();
    if (name) replies.set(name, reply.json());
    return reply.statusCode >= 400;
  }

  function fill(text: string): string {
    return text.replaceAll(/\{\{([^}]+)\}\}/g, (_, key: string) => {
      const [name = '', field] = key.split('.response.body.$.');
      return field === undefined ? fill(variables.get(name) ?? '') : String(at(replies.get(name), field));
    });
  }

  async function refusals(): Promise<string[]> {
    const refused: string[] = [];
    for (const request of requests) if (await isRefused(request)) refused.push(request.title);
    return refused;
  }

  const declined = 'A card that is declined (402). The ticket is still held.';
  const forbidden = [
    'Only an operator may see how the projections stand, and do anything under /api/operations (403)',
    'Only an operator may undo the sale (403)',
  ];
  const noMail = "The id of an order is no mail's (404). Those of mails are in the list.";
  const refused = [declined, ...forbidden, noMail];
  expect(await refusals()).toEqual(refused);
  expect(await refusals()).toEqual(['The seller signs up', 'The buyer signs up', ...refused]);
});

function routeOf(url: string): string {
  const path = url.replace('{{host}}', '').replace(/\?.*/, '');
  return path.replaceAll(/\{\{\w+\}\}/g, '{}');
}

/** What is at a path as `items[0].id`. */
function at(value: unknown, path: string): unknown {
  return path.split(/[.[\]]+/).reduce((part, key) => (part as Record<string, unknown> | undefined)?.[key], value);
}
