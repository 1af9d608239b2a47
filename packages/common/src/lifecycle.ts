/** What a process has opened, closed in the reverse order when it is told to stop. */
export interface Lifecycle {
  /** Remembers to close something. */
  use<Resource extends AsyncDisposable>(resource: Resource): Resource;
  defer(close: () => Promise<unknown> | unknown): void;
  stop(): Promise<void>;
}

/**
 * Stops cleanly at SIGINT and SIGTERM, and when the program that started it by `fork` is gone. A second signal, or a close that takes longer than `graceMs`, ends the
 * process at once: everything that was answered is in the log already.
 */
export function lifecycle({ graceMs = 10_000 }: { graceMs?: number } = {}): Lifecycle {
  const stack = new AsyncDisposableStack();
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= stack.disposeAsync();
    return stopping;
  };

  function onSignal() {
    if (stopping) process.exit(1);
    setTimeout(() => process.exit(1), graceMs).unref();
    stop().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`the process did not end cleanly: ${error}\n`);
        process.exit(1);
      },
    );
  }
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  // Started by a program that has died: nobody would know of this process.
  process.on('disconnect', onSignal);
  process.channel?.unref();

  return {
    use: (resource) => stack.use(resource),
    defer: (close) => void stack.defer(async () => void (await close())),
    stop,
  };
}
