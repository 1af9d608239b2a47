import { access, changeOperator } from '@boxoffice/auth';
import type { EventLog, ReadModels } from '@boxoffice/common';
import type { JobView } from '@boxoffice/contracts';
import { expect } from 'vitest';
import type { Person } from './person.ts';

interface Parts {
  readonly log: EventLog;
  readonly readModels: ReadModels;
}

/** Makes somebody an operator, as the command line does, and waits until that is known. */
export async function appoint({ log, readModels }: Parts, person: Person): Promise<string> {
  const { currentUser } = (await person.get('/api/users/currentuser')).json();
  const commandId = crypto.randomUUID();
  const context = { commandId, mayRepeat: false, correlationId: commandId, actor: 'operator:ada' };
  const at = new Date().toISOString();
  const { position } = await changeOperator(log, { type: 'Appoint', userId: currentUser.id }, { ...context, at });
  expect(await readModels.reader(access).reached(position, 10_000)).toBe(true);
  return currentUser.id;
}

/** Begins a job and waits for its end. */
export async function runs(operator: Person, path: string, body?: object): Promise<JobView> {
  const begun = await operator.request({
    method: 'POST',
    url: `/api/operations/${path}`,
    ...(body && { payload: body }),
  });
  if (begun.statusCode !== 202) throw new Error(begun.body);
  return ended(operator, begun.json().id);
}

export async function ended(operator: Person, id: string): Promise<JobView> {
  const job = async () => (await operator.get(`/api/operations/jobs/${id}`)).json();
  await expect.poll(async () => (await job()).state, { timeout: 60_000, interval: 20 }).not.toBe('running');
  return job();
}
