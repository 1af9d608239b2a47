import { once } from 'node:events';
import { type CommandContext, handle, openSqliteEventLog } from '@boxoffice/common';
import { testClock } from '@boxoffice/common/testing';
import { ProjectionRebuilt } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import { GenerationMissing } from '../errors.ts';
import { projectionControl } from '../projections/projection-control.ts';
import { beginJob } from './begin.ts';
import { type JobWork, startJobs } from './jobs.ts';

const order = { id: 'one', kind: 'rebuild', projection: 'lamps', actor: 'zoe' } as const;

function opened() {
  const errors: unknown[] = [];
  return { jobs: startJobs({ clock: testClock(), onError: (error) => errors.push(error) }), errors };
}

const endOf = (jobs: ReturnType<typeof startJobs>, id = 'one') =>
  expect.poll(() => jobs.find(id)?.state).not.toBe('running');

/** Works until it is stopped. */
async function forever({ signal }: JobWork): Promise<void> {
  await once(signal, 'abort');
  signal.throwIfAborted();
}

describe('a job', () => {
  test('shows its stages, and what has come of it', async () => {
    const { jobs } = opened();
    const { promise, resolve } = Promise.withResolvers<void>();
    jobs.start(order, async ({ showStage, note }) => {
      using shown = showStage('build', 'lamps@2');
      shown.show(3, 9);
      await promise;
      note({ generation: 'lamps@2.2' });
    });
    expect(jobs.find('one')).toMatchObject({ state: 'running', stage: 'build', of: 'lamps@2' });
    expect(jobs.find('one')?.progress).toMatchObject({ done: 3, of: 9 });
    expect(jobs.workingOn('lamps')?.id).toBe('one');
    resolve();
    await endOf(jobs);
    expect(jobs.find('one')).toMatchObject({ state: 'done', result: { generation: 'lamps@2.2' } });
    expect(jobs.workingOn('lamps')).toBeUndefined();
  });

  test('is alone on its projection, and beside those of others', async () => {
    const { jobs } = opened();
    await using _jobs = jobs;
    jobs.start(order, forever);
    expect(() => jobs.start({ ...order, id: 'two', kind: 'switch' }, forever)).toThrow('is under way');
    jobs.start({ ...order, id: 'three', projection: 'doors' }, forever);
    jobs.start({ id: 'four', kind: 'verify', actor: 'zoe' }, forever);
    expect(() => jobs.start({ id: 'five', kind: 'verify', actor: 'zoe' }, forever)).toThrow('is under way');
    expect(jobs.all().map(({ id }) => id)).toEqual(['four', 'three', 'one']);
  });

  test('that is refused says why, and a fault of ours says nothing to its operator', async () => {
    const { jobs, errors } = opened();
    jobs.start(order, async () => {
      throw new GenerationMissing('there is none');
    });
    await endOf(jobs);
    expect(jobs.find('one')).toMatchObject({ state: 'failed', failure: 'there is none' });
    expect(errors).toEqual([]);
    jobs.start({ ...order, id: 'two' }, async () => {
      throw new Error('mongodb://user:hunter2@host');
    });
    await endOf(jobs, 'two');
    expect(jobs.find('two')?.failure).toMatch(/^A fault of the market/);
    expect(errors).toHaveLength(1);
  });

  test('is cancelled, and so are all when their process ends', async () => {
    const { jobs } = opened();
    jobs.start(order, forever);
    expect(await jobs.cancel('one')).toMatchObject({ state: 'cancelled' });
    expect(await jobs.cancel('one')).toMatchObject({ state: 'cancelled' });
    await expect(jobs.cancel('none')).rejects.toMatchObject({ code: 'job-not-found' });
    jobs.start({ ...order, id: 'two' }, forever);
    await jobs[Symbol.asyncDispose]();
    expect(jobs.find('two')?.state).toBe('cancelled');
  });
});

describe('a request that is sent again', () => {
  const at = '2027-01-01T00:00:00.000Z';
  const context: CommandContext = {
    ...{ commandId: 'key', mayRepeat: true, correlationId: 'c', actor: 'zoe', fingerprint: 'print', at },
  };
  const check = async () => undefined;
  const rebuild = { kind: 'rebuild', projection: 'lamps' } as const;

  test('is answered after a restart with what its job has written down, and begins nothing', async () => {
    await using log = openSqliteEventLog(':memory:');
    const { jobs } = opened();
    const begin = { log, jobs, context, check };
    const { generation } = sampleOf(ProjectionRebuilt).data;
    const control = projectionControl('lamps', 2);
    await handle(log, context, async (load) => {
      const { state, emit } = await load(control, 'lamps');
      emit(control.decide({ type: 'RecordRebuild', generation, position: 3, documents: 1 }, state));
    });
    expect(await beginJob(begin, rebuild, forever)).toMatchObject({ id: 'key', state: 'done', result: { generation } });
    expect(jobs.all()).toEqual([]);
    const other = { ...begin, context: { ...context, fingerprint: 'another' } };
    await expect(beginJob(other, rebuild, forever)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  test('begins one job, also when two come at once', async () => {
    await using log = openSqliteEventLog(':memory:');
    const { jobs } = opened();
    await using _jobs = jobs;
    const begin = { log, jobs, context, check };
    const both = await Promise.all([beginJob(begin, rebuild, forever), beginJob(begin, rebuild, forever)]);
    expect(both.map(({ id }) => id)).toEqual(['key', 'key']);
    expect(jobs.all()).toHaveLength(1);
  });
});
