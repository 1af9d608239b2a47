import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type Figures, figuresOf } from '../load.ts';

export interface Task {
  readonly clients: number;
  readonly seconds: number;
}

/** Milliseconds for each append. */
export interface Answer {
  readonly times: number[];
}

/** Processes that append to the same log, each with its own connections. */
export async function startProcesses(count: number, url: string, database: string) {
  await using stack = new AsyncDisposableStack();
  const children = Array.from({ length: count }, () => {
    const child = fork(`${import.meta.dirname}/process.ts`, [url, database]);
    stack.defer(() => end(child));
    return child;
  });
  await Promise.all(children.map(answerOf));
  const all = stack.move();
  return {
    /** The first so many of them append at the same time, each with so many clients. */
    using: (processes: number) => async (clients: number, seconds: number) => {
      const busy = children.slice(0, processes);
      const began = performance.now();
      const answers = busy.map(answerOf);
      for (const child of busy) child.send({ clients, seconds } satisfies Task);
      const times = (await Promise.all(answers)).flatMap((answer) => answer.times);
      return figuresOf(times, (performance.now() - began) / 1000) satisfies Figures;
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

/** @throws when the process ends before */
async function answerOf(child: ChildProcess): Promise<Answer> {
  const answered = new AbortController();
  const { signal } = answered;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`a process of the bench has ended with ${code}`);
  });
  try {
    return await Promise.race([once(child, 'message', { signal }).then(([answer]) => answer as Answer), ended]);
  } finally {
    answered.abort();
    ended.catch(() => undefined);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}
