import { record } from '@boxoffice/common/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listed, numbered, ticketId } from '../controls.ts';
import { startStream } from '../testing.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const isReady = ({ event }: { event: string }) => event === 'ready';

test('a silent connection is kept alive, and what is not for it moves its place', async () => {
  await using api = await startStream();
  await using client = await api.listen(`tickets=${ticketId}`);
  await using other = await api.listen(`tickets=${numbered(9)}`);
  await Promise.all([client.until(isReady), other.until(isReady)]);
  await record(api.log, { [`ticket-${numbered(9)}`]: [listed] });
  await other.until(({ id }) => id === 1);
  vi.advanceTimersByTime(15_000);
  await expect.poll(() => client.lastId).toBe(1);
  expect(client.heard).toHaveLength(1);
});

test('a connection ends after half an hour, and its client comes back', async () => {
  await using api = await startStream();
  await using client = await api.listen(`tickets=${ticketId}`);
  await client.until(isReady);
  vi.advanceTimersByTime(30 * 60_000 + 15_000);
  await client.ended;
  expect(client.retry).toBeLessThanOrEqual(3000);
});
