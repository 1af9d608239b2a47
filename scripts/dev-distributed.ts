import { fileURLToPath } from 'node:url';
import { exitWithReason, lifecycle } from '../packages/common/src/index.ts';
import { freePort } from '../packages/common/src/testing/program.ts';
import { checkPort } from './dev-distributed/check-port.ts';
import { environments } from './dev-distributed/environments.ts';
import { supervise } from './dev-distributed/process.ts';
import { answers, say } from './dev-distributed/say.ts';
import { secretsIn } from './dev-distributed/secrets.ts';
import { startServers } from './dev-distributed/servers.ts';
import { roles } from './docs/roles.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const { PORT = '3000', DATA_DIR = `${root}data-distributed` } = process.env;
const { use, defer, stop } = lifecycle({ graceMs: 30_000 });

try {
  await checkPort(Number(PORT));
  const secrets = secretsIn(DATA_DIR);
  const servers = await startServers(DATA_DIR, use);
  const entries = roles.flatMap((role) => role.entries);
  const ports = await Promise.all([...entries, 'frontend'].map(async (entry) => [entry, await freePort()] as const));
  const started = environments(Object.fromEntries(ports), { gatewayPort: PORT, ...servers, ...secrets });
  const all = started.map(({ name, args, env }) => supervise({ name, file: process.execPath, args, env, cwd: root }));
  defer(() => Promise.all(all.map((one) => one[Symbol.asyncDispose]())));
  await Promise.all(started.map(({ probe }) => answers(probe)));
  say(`The market is open at http://localhost:${PORT}. Its data lies in ${DATA_DIR}`);
  say(`For operators: npm run boxoffice -- projections list --mongo '${servers.MONGODB_URL}'`);
} catch (error) {
  await stop();
  exitWithReason(error);
}
