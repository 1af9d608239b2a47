import { afterEach, expect, test, vi } from 'vitest';
import { inTime } from './in-time.ts';

afterEach(() => void vi.restoreAllMocks());

test('an answer that comes in time is the answer', async () => {
  expect(await inTime(async () => 'yes')).toBe('yes');
  await expect(inTime(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
});

test('nobody waits for ever, not even for whoever takes no notice of the signal', async () => {
  const controller = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(controller.signal);
  let given: AbortSignal | undefined;
  const answer = inTime((signal) => {
    given = signal;
    return new Promise(() => undefined);
  });
  controller.abort();
  await expect(answer).rejects.toThrow('the payment provider did not answer in time');
  expect(given?.aborted).toBe(true);
  expect(AbortSignal.timeout).toHaveBeenCalledWith(10_000);
});
