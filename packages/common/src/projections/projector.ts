import { setTimeout as delay } from 'node:timers/promises';
import type { Event } from '@boxoffice/contracts';
import type { EventBus } from '../event-bus/event-bus.ts';
import { follow } from '../event-bus/follow.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { CorruptCommitError } from '../event-log/parse-commit.ts';
import { projectionMetrics } from '../metrics/projection.ts';
import { type ReadModels, type ReadModelWriter, SupersededError } from '../read-models/read-models.ts';
import { startWorker, type Worker } from '../worker.ts';
import { controlStream } from './control.ts';
import { AheadOfLogError, type Folding, openFolding } from './folding.ts';
import { watchLag } from './lag.ts';
import { PoisonError, type Projection, versionName } from './projection.ts';

export interface ProjectorOptions<Body, E extends Event> {
  readonly projection: Projection<Body, E>;
  readonly log: EventLog;
  readonly bus: EventBus;
  readonly readModels: ReadModels;
  /** Told of everything that went wrong; after a {@link PoisonError} the projector has stopped. */
  readonly onError: (error: unknown) => void;
  readonly pollMs?: number;
}

/** A worker that tells whether it has stopped at an event that it cannot take in. */
export interface Projector extends Worker {
  readonly stopped: boolean;
}

/** Keeps the live generation of a read model up with the log, from its checkpoint on. */
export function startProjector<Body, E extends Event>(options: ProjectorOptions<Body, E>): Projector {
  const { projection, log, bus, readModels, onError, pollMs = 1000 } = options;
  const name = versionName(projection);
  const metrics = projectionMetrics(name);
  let stopped = false;
  const noteStopped = (isStopped: boolean) => {
    stopped = isStopped;
    metrics.stopped(isStopped);
  };

  async function project(signal: AbortSignal): Promise<void> {
    await using writer = await readModels.writer<Body>(projection, { signal });
    try {
      await follows(writer, signal);
    } catch (error) {
      // The log may be mended while this waits for its next attempt.
      if (error instanceof AheadOfLogError || error instanceof CorruptCommitError) await noteHalt(writer, error);
      throw error;
    }
  }

  async function follows(writer: ReadModelWriter<Body>, signal: AbortSignal): Promise<void> {
    const folding = await open(writer);
    if (folding instanceof PoisonError) return await halted(writer, folding, signal);
    // What comes next is there and can be read: otherwise nothing has begun yet.
    await log.read(folding.position, 1);
    noteStopped(false);
    note(folding);
    for await (const commits of follow({ log, bus, name, after: folding.position, signal, pollMs })) {
      await resumed(folding, signal);
      if (signal.aborted) return;
      const began = performance.now();
      const poison = await folding.take(commits);
      if (!poison) metrics.batch(commits.length, (performance.now() - began) / 1000);
      note(folding);
      if (poison) return await halted(writer, poison, signal);
    }
  }

  async function open(writer: ReadModelWriter<Body>): Promise<Folding | PoisonError> {
    try {
      return await openFolding(projection, log, writer);
    } catch (error) {
      if (error instanceof PoisonError) return error;
      throw error;
    }
  }

  function note({ position, quarantined }: Folding): void {
    metrics.position(position);
    metrics.quarantinedKeys(quarantined);
  }

  /**
   * What is served stays as it was before the event. It goes on when operators say something to the projection, when
   * another generation has become live, or with another build.
   */
  async function halted(writer: ReadModelWriter<Body>, poison: PoisonError, signal: AbortSignal): Promise<void> {
    await noteHalt(writer, poison);
    onError(poison);
    const spoken = async () => (await log.readStream(controlStream(projection.name))).length;
    for (const before = await spoken(); !signal.aborted && (await spoken()) === before; ) {
      await writer.checkpoint();
      await delay(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async function noteHalt(writer: ReadModelWriter<Body>, { position, message }: Error & { position: number }) {
    noteStopped(true);
    await writer.halt({ position, reason: message });
  }

  /** Asks now and then, and not for every batch: a pause may come a moment late. */
  let asked = Number.NEGATIVE_INFINITY;
  async function resumed(folding: Folding, signal: AbortSignal): Promise<void> {
    if (!folding.paused && performance.now() - asked < pollMs) return;
    while (!signal.aborted && (await folding.isPaused())) await delay(pollMs, undefined, { signal }).catch(() => {});
    asked = performance.now();
  }

  const worker = startWorker(`projector ${name}`, onError, (signal) =>
    // Another generation is live by now, or another process keeps this one: the next attempt takes its turn.
    project(signal).catch((error) => (error instanceof SupersededError ? undefined : Promise.reject(error))),
  );
  const watching = watchLag({ name, log, model: readModels.reader(projection), metrics, onError });
  return {
    get stopped() {
      return stopped;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([worker[Symbol.asyncDispose](), watching[Symbol.asyncDispose]()]);
    },
  };
}
