import { type Clock, IdempotencyKeyReused } from '@boxoffice/common';
import type { JobKind, JobResult, JobView } from '@boxoffice/contracts';
import { JobNotFound, OperationInProgress } from '../errors.ts';
import type { ShowStage } from '../operating.ts';
import { reasonOf } from '../refusals.ts';
import { measure } from '../speed.ts';

/** What a job is, before it has begun. */
export interface JobOrder {
  readonly id: string;
  readonly kind: JobKind;
  /** What it works on: one job at a time. */
  readonly projection?: string;
  readonly actor: string;
  /** Of the request that began it. */
  readonly fingerprint?: string | undefined;
}

/** What the work of a job is given. */
export interface JobWork {
  readonly signal: AbortSignal;
  readonly showStage: ShowStage;
  /** Says what has been found out or done so far. */
  readonly note: (result: JobResult) => void;
}

/** The operations under way in this process, and those that ended. They are forgotten with the process. */
export interface Jobs extends AsyncDisposable {
  /** @throws {OperationInProgress} another job works on the same */
  start(order: JobOrder, work: (given: JobWork) => Promise<void>): JobView;
  all(): JobView[];
  /** @throws {IdempotencyKeyReused} it was begun by a request with another fingerprint, if one is given */
  find(id: string, fingerprint?: string): JobView | undefined;
  /** The one that works on a projection. */
  workingOn(projection: string): JobView | undefined;
  /**
   * Stops it and waits until it has put down what it was doing. One that has ended stays as it is.
   * @throws {JobNotFound}
   */
  cancel(id: string): Promise<JobView>;
}

interface Kept {
  view: JobView;
  readonly fingerprint: string | undefined;
  readonly stop: AbortController;
  ended: Promise<void>;
}

/** Ended ones that are remembered. */
const REMEMBERED = 100;

export function startJobs({ clock, onError }: { clock: Clock; onError: (error: unknown) => void }): Jobs {
  const kept = new Map<string, Kept>();

  function workingOn(kind: JobKind, projection: string | undefined): JobView | undefined {
    const running = [...kept.values()].map(({ view }) => view).filter(({ state }) => state === 'running');
    return running.find((view) => (projection === undefined ? view.kind === kind : view.projection === projection));
  }

  function forget(): void {
    const ended = [...kept].filter(([, { view }]) => view.state !== 'running');
    for (const [id] of ended.slice(0, Math.max(0, ended.length - REMEMBERED))) kept.delete(id);
  }

  async function run(job: Kept, work: (given: JobWork) => Promise<void>): Promise<void> {
    const { signal } = job.stop;
    const change = (next: Partial<JobView>) => {
      job.view = { ...job.view, ...next };
    };
    const end = (next: Partial<JobView>) => change({ ...next, endedAt: clock.now() });
    try {
      await work({
        signal,
        showStage: showing(change),
        note: (result) => change({ result: { ...job.view.result, ...result } }),
      });
      end({ state: 'done' });
    } catch (error) {
      if (signal.aborted) return end({ state: 'cancelled' });
      const reason = reasonOf(error);
      if (reason === undefined) onError(error);
      end({ state: 'failed', failure: reason ?? 'A fault of the market: the log of its process says more' });
    }
  }

  return {
    start({ id, kind, projection, actor, fingerprint }, work) {
      const other = workingOn(kind, projection);
      if (other) throw new OperationInProgress(`The job ${other.id} (${other.kind}) is under way`);
      forget();
      const progress = { done: 0, of: 0, perSecond: 0, secondsLeft: 0 };
      const of = projection === undefined ? {} : { projection };
      const view: JobView = { id, kind, ...of, actor, state: 'running', startedAt: clock.now(), progress, result: {} };
      const job: Kept = { view, fingerprint, stop: new AbortController(), ended: Promise.resolve() };
      kept.set(id, job);
      job.ended = run(job, work);
      return job.view;
    },
    all: () => [...kept.values()].map(({ view }) => view).reverse(),
    find(id, fingerprint) {
      const job = kept.get(id);
      if (job && fingerprint !== undefined && job.fingerprint !== fingerprint) throw new IdempotencyKeyReused();
      return job?.view;
    },
    workingOn: (projection) => workingOn('rebuild', projection),
    async cancel(id) {
      const job = kept.get(id);
      if (!job) throw new JobNotFound();
      job.stop.abort();
      await job.ended;
      return job.view;
    },
    async [Symbol.asyncDispose]() {
      for (const { stop } of kept.values()) stop.abort();
      await Promise.all([...kept.values()].map(({ ended }) => ended));
    },
  };
}

/** Shows the stages of a job as its progress. */
function showing(change: (next: Partial<JobView>) => void): ShowStage {
  return (stage, of) => {
    const speed = measure();
    change({ stage, of, progress: { done: 0, of: 0, perSecond: 0, secondsLeft: 0 } });
    return {
      show(done, total) {
        const { rate: perSecond, secondsLeft } = speed(done, total);
        change({ progress: { done, of: total, perSecond, secondsLeft } });
      },
      [Symbol.dispose]: () => undefined,
    };
  };
}
