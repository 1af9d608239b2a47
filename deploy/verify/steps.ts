import { setTimeout as delay } from 'node:timers/promises';
import { startLoad } from '../../services/marketplace/tests/distributed/support/load.ts';
import { boxoffice, inside, ours, pods } from './cluster.ts';
import { startVisitors } from './load.ts';
import { run, say, timed } from './run.ts';

/** Longer than the slowest machine takes for all of them. Milliseconds. */
const LONG = 900_000;

/** Resolves when every pod that is wanted is there and ready. */
export async function allReady(): Promise<void> {
  const wanted = await ours('get', 'deployments,statefulsets', '-o', 'jsonpath={.items[*].spec.replicas}');
  const count = wanted.split(' ').reduce((sum, replicas) => sum + Number(replicas), 0);
  for (const until = Date.now() + LONG; Date.now() < until; await delay(1000)) {
    const all = await pods();
    if (all.length >= count && all.every(({ isReady }) => isReady)) return;
  }
  throw new Error('not every pod is ready');
}

export async function nothingRestarted(): Promise<void> {
  const restarted = (await pods()).filter(({ restarts }) => restarts > 0);
  if (restarted.length > 0) throw new Error(`restarted: ${restarted.map(({ name }) => name).join(', ')}`);
}

/** The purchase path, as in every other mode. */
export async function purchase(url: string): Promise<void> {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'deploy/verify/vitest.config.ts'];
  await run(process.execPath, vitest, { env: { MARKET_URL: url }, shown: true });
}

/** A rebuild while people go on. */
export async function rebuild(url: string): Promise<void> {
  const load = await startVisitors(url, 20);
  const said = await boxoffice('projections', 'rebuild', 'ticket-listings', '--yes', '--force');
  await load.stop();
  say(`rebuilt: ${said.trim().split('\n').at(-1)}`);
  failIfAny('a rebuild', load.failures);
}

/** Restarts every Deployment, one after the other, under this load. */
export async function restarts(url: string, perSecond: number): Promise<void> {
  const names = (await ours('get', 'deployments', '-o', 'name')).trim().split('\n');
  const load = await startVisitors(url, perSecond);
  for (const name of names) {
    const before = load.failures.length;
    await ours('rollout', 'restart', name);
    await timed(`restarted ${name}`, () => ours('rollout', 'status', name, '--timeout=300s'));
    if (load.failures.length > before) say(`!!! ${load.failures.slice(before, before + 3).join('\n')}`);
  }
  // The last one's predecessor drains for some seconds more, as the others' did while the next one began.
  await delay(12_000);
  await load.stop();
  const pace = `${load.done} requests, ${load.perSecond().toFixed(1)} a second, ${load.late()} answered late`;
  say(`${names.length} Deployments restarted under load: ${pace}, ${load.failures.length} failed`);
  failIfAny('rolling restarts', load.failures);
}

const primary = `
  import { connectMongo } from '@boxoffice/common/roles';
  import { readFileSync } from 'node:fs';
  const mongo = await connectMongo(readFileSync(process.env.MONGODB_URL_FILE, 'utf8').trim());
  const { primary } = await mongo.client.db('admin').command({ hello: 1 });
  process.stdout.write(JSON.stringify(primary));
  await mongo.client.close();
`;

/** Kills the primary's pod and the bus's pod under load: whatever was acknowledged must be in the log. */
export async function kills(url: string): Promise<void> {
  await using load = await startLoad(url, 4);
  await load.more(20);
  const [member = ''] = String(await inside('relay', primary)).split('.');
  for (const pod of [member, 'bus-0']) {
    await ours('delete', 'pod', pod, '--grace-period=0', '--force');
    await timed(`${pod} killed, and 20 more commands acknowledged`, () => load.more(20));
    await timed(`${pod} is back`, () => allReady());
    await load.more(20);
  }
  await load.stop();
  failIfAny('kills', load.unexpected);
  const positions = load.acknowledged.map(({ position }) => position);
  const found = (await inside('relay', commitsAt(positions))) as Record<string, string>;
  const lost = load.acknowledged.filter(({ id, position }) => !found[position]?.includes(id));
  say(`${load.acknowledged.length} commands acknowledged, ${lost.length} lost`);
  failIfAny(
    'kills lost',
    lost.map((one) => JSON.stringify(one)),
  );
  say(`log verify: ${(await boxoffice('log', 'verify')).trim().split('\n').at(-1)}`);
}

const commitsAt = (positions: readonly number[]) => `
  import { connectMongo } from '@boxoffice/common/roles';
  import { readFileSync } from 'node:fs';
  const mongo = await connectMongo(readFileSync(process.env.MONGODB_URL_FILE, 'utf8').trim());
  const commits = await mongo.db.collection('commits').find({ _id: { $in: ${JSON.stringify(positions)} } }).toArray();
  process.stdout.write(JSON.stringify(Object.fromEntries(commits.map((one) => [one._id, JSON.stringify(one)]))));
  await mongo.client.close();
`;

function failIfAny(what: string, failures: readonly string[]): void {
  if (failures.length > 0) throw new Error(`${what}: ${failures.length} failed\n${failures.slice(0, 10).join('\n')}`);
}
