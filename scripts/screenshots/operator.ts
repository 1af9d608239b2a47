import { setTimeout } from 'node:timers/promises';
import { run } from '../../services/marketplace/cli/tests/support.ts';
import type { Person } from '../../services/marketplace/tests/support/person.ts';

/** Makes somebody an operator of the market in this folder, and gives them a job that has ended. */
export async function becomesOperator(person: Person, dataDir: string): Promise<{ job: string }> {
  const { currentUser } = (await person.get('/api/users/currentuser')).json();
  const { code, err } = await run(['operators', 'appoint', currentUser.id, '--data-dir', dataDir]);
  if (code !== 0) throw new Error(err);
  while ((await person.get('/api/operations/jobs')).statusCode !== 200) await setTimeout(100);
  const { id } = (await person.post('/api/operations/projections/my-orders/rebuild', {})).json();
  while ((await person.get(`/api/operations/jobs/${id}`)).json().state === 'running') await setTimeout(100);
  return { job: id };
}
