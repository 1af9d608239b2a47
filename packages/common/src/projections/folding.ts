import { type Commit, type Event, type ProjectionEvent, projectionEvents } from '@boxoffice/contracts';
import { fold } from '../commands.ts';
import type { EventLog } from '../event-log/event-log.ts';
import type { Batch, ReadModelWriter } from '../read-models/read-models.ts';
import { type Recorded, recordedEvents } from '../recorded.ts';
import { type Control, controlOf, controlStream, skip } from './control.ts';
import { foldSound } from './fold-batch.ts';
import { PoisonError, type Projection, versionName } from './projection.ts';
import { refoldKey } from './refold-key.ts';
import { runsOf } from './runs.ts';

/** A projection at work on one generation of its read model, obeying what operators say on the log. */
export interface Folding {
  /** How far the read model has come. */
  readonly position: number;
  readonly quarantined: number;
  /** As far as it has heard. */
  readonly paused: boolean;
  /** Takes commits in and saves what they make. Answers what it cannot take in, and is just before it then. */
  take(commits: readonly Commit[]): Promise<PoisonError | undefined>;
  /** Asks the log whether operators have paused the projection. */
  isPaused(): Promise<boolean>;
}

/** The log ends before what the read model has seen: it is another log, or one that was restored from before. */
export class AheadOfLogError extends Error {
  readonly position: number;

  constructor(projection: string, position: number, head: number) {
    super(`projection ${projection} is at position ${position}, and the log ends at ${head}: rebuild it by force`);
    this.name = 'AheadOfLogError';
    this.position = position;
  }
}

/**
 * @throws {AheadOfLogError}
 * @throws {PoisonError} this build does not know what operators have said to the projection
 */
export async function openFolding<Body, E extends Event>(
  projection: Projection<Body, E>,
  log: EventLog,
  writer: ReadModelWriter<Body>,
): Promise<Folding> {
  const name = versionName(projection);
  const stream = controlStream(projection.name);
  const type = controlOf(projection.version);
  const quarantined = new Set((await writer.quarantine()).map(({ key }) => key));
  let position = await writer.checkpoint();
  const head = await log.head();
  if (position > head) throw new AheadOfLogError(name, position, head);
  const control = await readControl();
  const skipped = new Set(control.skipped);
  let { paused } = control;
  await obeyEarly();

  async function readControl(): Promise<Control> {
    try {
      return (await fold(log, type, stream)).state;
    } catch (cause) {
      throw new PoisonError(name, position, new Error('what operators have said cannot be read', { cause }));
    }
  }

  async function save(batch: Batch<Body>): Promise<void> {
    const isEmpty = batch.to === position && !batch.released;
    if (isEmpty) return;
    await writer.save(batch);
    position = batch.to;
    for (const key of batch.released ?? []) quarantined.delete(key);
    for (const { key } of batch.quarantined ?? []) quarantined.add(key);
  }

  /** What operators say in a commit to this version of the projection. */
  function spokenIn(commit: Commit): Recorded<ProjectionEvent>[] {
    return recordedEvents<ProjectionEvent>(commit, [projectionEvents]).filter(
      ({ stream: on, data }) => on === stream && (!('version' in data) || data.version === projection.version),
    );
  }

  function isNew(skipping: string): boolean {
    if (skipped.has(skipping)) return false;
    skipped.add(skipping);
    return true;
  }

  /** Folds a key anew, and moves the checkpoint in the same batch: never done by half. */
  async function refold(key: string, to: number): Promise<void> {
    await save({ from: position, to, ...(await refoldKey(projection, log, key, position, { skipped })) });
  }

  /** Folds the keys anew that an operator has spoken of, where that can make a difference. */
  async function obey(commit: Commit): Promise<void> {
    if (commit.streams.length > 1)
      throw new PoisonError(name, commit.position, new Error('operators speak in commits of their own'));
    for (const { type: what, data } of spokenIn(commit)) {
      if (what === 'ProjectionPaused') paused = true;
      if (what === 'ProjectionResumed') paused = false;
      // Folds are pure: what is not in quarantine would come out as it is.
      if (what === 'KeyRetried' && quarantined.has(data.key)) await refold(data.key, position);
      if (what === 'EventSkipped' && isNew(skip(data.position, data.key))) await refold(data.key, position);
    }
    await save({ from: position, to: commit.position, puts: [], deletes: [] });
  }

  /**
   * What operators have said beyond the checkpoint. It is known from the start to what is folded from here on; what has
   * been folded already is folded anew, so that a projection that has stopped can come to it.
   */
  async function obeyEarly(): Promise<void> {
    if (position === 0) return;
    for (const commit of await log.readStream(stream)) {
      if (commit.position <= position) continue;
      for (const { type: what, data } of spokenIn(commit)) {
        const isRetried = what === 'KeyRetried' && quarantined.has(data.key);
        if (isRetried || what === 'EventSkipped') await refold(data.key, position);
      }
    }
  }

  return {
    get position() {
      return position;
    },
    get quarantined() {
      return quarantined.size;
    },
    get paused() {
      return paused;
    },
    async take(commits) {
      try {
        for (const run of runsOf(commits, position, stream)) {
          if (run.control) await obey(run.control);
          else {
            const trouble = { quarantined, skipped };
            const { batch, poison } = await foldSound(projection, run.commits, position, writer, trouble);
            await save(batch);
            if (poison) return poison;
          }
        }
        return undefined;
      } catch (error) {
        if (error instanceof PoisonError) return error;
        throw error;
      }
    },
    async isPaused() {
      paused = (await readControl()).paused;
      return paused;
    },
  };
}
