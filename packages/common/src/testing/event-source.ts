/** An event as a browser would hand it out. */
export interface Heard {
  readonly id: number;
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: what it must be is for the test to say
  readonly data: any;
}

/** A client of Server-Sent Events, as browsers have it (HTML Living Standard, 9.2.6), but that it does not come back. */
export interface Listener extends AsyncDisposable {
  readonly status: number;
  readonly headers: Headers;
  readonly heard: readonly Heard[];
  /** What it would say as `Last-Event-ID`. */
  readonly lastId: number | undefined;
  /** What it was told to wait before it comes back, in milliseconds. */
  readonly retry: number | undefined;
  /** Resolves when the other side has ended it; rejects when it was broken off. */
  readonly ended: Promise<void>;
  /** Resolves when it has heard such an event, now or before. */
  until(isIt: (event: Heard) => boolean): Promise<Heard>;
}

/** Connects, and hears what comes. */
export async function listenTo(url: string, headers: Record<string, string> = {}): Promise<Listener> {
  const leaving = new AbortController();
  const reply = await fetch(url, { headers, signal: leaving.signal });
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  let lastId: number | undefined;
  let retry: number | undefined;

  function take(block: string): void {
    let [event, data] = ['message', ''];
    for (const line of block.split('\n')) {
      const [, field, value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
      if (field === 'id') lastId = Number(value);
      if (field === 'event') event = value;
      if (field === 'data') data += value;
      if (field === 'retry') retry = Number(value);
    }
    if (data === '') return;
    heard.push({ id: lastId ?? 0, event, data: JSON.parse(data) });
    for (const look of waiting) look();
  }

  async function read(): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of reply.body ?? []) {
      const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) take(block);
    }
  }

  const ended = read();
  ended.catch(() => undefined);
  return {
    status: reply.status,
    headers: reply.headers,
    heard,
    get lastId() {
      return lastId;
    },
    get retry() {
      return retry;
    },
    ended,
    async until(isIt) {
      for (;;) {
        const found = heard.find(isIt);
        if (found) return found;
        await new Promise<void>((resolve, reject) => {
          const look = () => {
            waiting.delete(look);
            resolve();
          };
          waiting.add(look);
          ended.then(() => reject(new Error('the stream has ended before')), reject);
        });
      }
    },
    async [Symbol.asyncDispose]() {
      leaving.abort();
      await ended.catch(() => undefined);
    },
  };
}
