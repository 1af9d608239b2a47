import { appendBatchCommits } from '../metrics/append.ts';

/**
 * Gathers the calls that arrive while one batch is being written into the next batch, and writes one batch at a
 * time. Under load the cost of making a write durable is shared; alone, a call waits for nobody.
 */
export function groupCommit<Item, Result>(
  write: (items: Item[]) => Promise<(Result | Error)[]> | (Result | Error)[],
  { maxBatch }: { maxBatch: number },
) {
  interface Waiting {
    item: Item;
    resolve: (result: Result) => void;
    reject: (error: unknown) => void;
  }
  let queue: Waiting[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    // One turn of the event loop lets the requests that came in together be written together.
    await new Promise(setImmediate);
    while (queue.length > 0) {
      const batch = queue.slice(0, maxBatch);
      queue = queue.slice(maxBatch);
      appendBatchCommits.observe(batch.length);
      try {
        const results = await write(batch.map(({ item }) => item));
        batch.forEach(({ resolve, reject }, index) => {
          const result = results[index];
          if (result instanceof Error) reject(result);
          else resolve(result as Result);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = undefined;
  }

  return {
    submit(item: Item): Promise<Result> {
      return new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        running ??= run();
      });
    },
    /** Resolves when everything submitted so far has been written or refused. */
    async drain(): Promise<void> {
      await running;
    },
  };
}
