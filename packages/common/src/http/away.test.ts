import { MongoNetworkTimeoutError, MongoServerError } from 'mongodb';
import { expect, test } from 'vitest';
import { UnknownOutcomeError } from '../event-log/mongodb/unknown-outcome.ts';
import { startApi } from '../testing/api.ts';

test.each([
  ['that does not answer', new MongoNetworkTimeoutError('connection 7 to 10.0.0.7:27017 timed out'), 503],
  ['whose answer was lost', new UnknownOutcomeError('command-7', new Error('closed')), 503],
  ['that refuses what we ask', new MongoServerError({ message: 'bad value' }), 500],
])('a database %s', async (_what, error, status) => {
  await using api = await startApi({
    routes: () => [
      async (app) => {
        app.get('/api/fails', async () => {
          throw error;
        });
      },
    ],
  });
  const reply = await api.send('GET', '/api/fails');
  expect(reply).toMatchObject({ status, body: { code: status === 503 ? 'busy' : 'internal' } });
  expect(reply.headers['retry-after']).toBe(status === 503 ? '2' : undefined);
  expect(reply.text).not.toContain('10.0.0.7');
});
