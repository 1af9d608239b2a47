/** Milliseconds that the provider may take to answer. */
const PATIENCE = 10_000;

/** Nobody waits for ever, not even for a provider that takes no notice of the signal. */
export async function inTime<Result>(ask: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const signal = AbortSignal.timeout(PATIENCE);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('the payment provider did not answer in time')));
  });
  return Promise.race([ask(signal), late]);
}
