import { type Commit, type Event, type ProjectionEvent, projectionEvents } from '@boxoffice/contracts';
import { fold } from '../commands.ts';
import type { EventLog } from '../event-log/event-log.ts';
import type { Batch, ReadModelWriter } from '../read-models/read-models.ts';
import { recordedEvents } from '../recorded.ts';
import { type Control, controlOf, controlStream } from './control.ts';
import { foldSound } from './fold-batch.ts';
import { type PoisonError, type Projection, versionName } from './projection.ts';
import { refoldKey } from './refold-key.ts';

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
    super(`projection ${projection} is at position ${position}, and the log ends at ${head}: rebuild it`);
    this.name = 'AheadOfLogError';
    this.position = position;
  }
}

/** @throws {AheadOfLogError} */
export async function openFolding<Body, E extends Event>(
  projection: Projection<Body, E>,
  log: EventLog,
  writer: ReadModelWriter<Body>,
): Promise<Folding> {
  const stream = controlStream(projection.name);
  const type = controlOf(projection.version);
  const quarantined = new Set((await writer.quarantine()).map(({ key }) => key));
  let position = await writer.checkpoint();
  const head = await log.head();
  if (position > head) throw new AheadOfLogError(versionName(projection), position, head);
  let control = await readControl();

  async function readControl(): Promise<Control> {
    return (await fold(log, type, stream)).state;
  }

  async function save(batch: Batch<Body>): Promise<void> {
    if (batch.to === position) return;
    await writer.save(batch);
    position = batch.to;
    for (const key of batch.released ?? []) quarantined.delete(key);
    for (const { key } of batch.quarantined ?? []) quarantined.add(key);
  }

  /** Folds the keys anew that an operator has spoken of. In the same batch as the checkpoint: never done by half. */
  async function obey(commit: Commit): Promise<void> {
    control = await readControl();
    const keys = recordedEvents<ProjectionEvent>(commit, [projectionEvents]).flatMap(({ stream: on, type, data }) =>
      on === stream && (type === 'KeyRetried' || type === 'EventSkipped') && data.version === projection.version
        ? [data.key]
        : [],
    );
    const [key] = keys;
    const none = { puts: [], deletes: [] };
    const refolded = key === undefined ? none : await refoldKey(projection, log, key, position, control);
    await save({ from: position, to: commit.position, ...refolded });
  }

  return {
    get position() {
      return position;
    },
    get quarantined() {
      return quarantined.size;
    },
    get paused() {
      return control.paused;
    },
    async take(commits) {
      for (const run of runsOf(commits, position, stream)) {
        if (run.control) await obey(run.control);
        else {
          const { skipped } = control;
          const { batch, poison } = await foldSound(projection, run.commits, position, writer, {
            quarantined,
            skipped,
          });
          await save(batch);
          if (poison) return poison;
        }
      }
      return undefined;
    },
    async isPaused() {
      control = await readControl();
      return control.paused;
    },
  };
}

type Run = { commits: Commit[]; control?: undefined } | { control: Commit };

/** The commits after a position, cut where operators speak. */
function runsOf(commits: readonly Commit[], after: number, stream: string): Run[] {
  const runs: Run[] = [];
  let present: Commit[] = [];
  for (const commit of commits) {
    if (commit.position <= after) continue;
    if (!commit.streams.some(({ id }) => id === stream)) {
      present.push(commit);
      continue;
    }
    if (present.length > 0) runs.push({ commits: present });
    present = [];
    runs.push({ control: commit });
  }
  if (present.length > 0) runs.push({ commits: present });
  return runs;
}
