import { describe, expect, test } from 'vitest';
import { startApi } from '../testing/api.ts';
import type { Routes } from './routes.ts';
import { operator } from './session.ts';

const someone = 'b17e7000-0000-4000-8000-000000000001';

/** For operators alone. */
const routes: Routes = async (app) => {
  app.get('/api/secrets', async (request) => ({ told: operator(request).userId }));
};

describe('what is for operators', () => {
  test('is answered to an operator', async () => {
    await using api = await startApi({ routes: () => [routes], accessOf: () => async () => ({ isOperator: true }) });
    expect(await api.send('GET', '/api/secrets', { as: someone })).toMatchObject({
      status: 200,
      body: { told: someone },
    });
  });

  test('is refused to others, and to an operator whose session has ended', async () => {
    await using api = await startApi({ routes: () => [routes] });
    await api.refused('not-an-operator', undefined, 'GET', '/api/secrets', { as: someone });
    await api.refused('not-signed-in', undefined, 'GET', '/api/secrets');
    await using ended = await startApi({ routes: () => [routes], accessOf: () => async () => undefined });
    await ended.refused('not-signed-in', undefined, 'GET', '/api/secrets', { as: someone });
  });
});
