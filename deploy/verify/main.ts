import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeSecrets } from '../../scripts/deploy/secrets.ts';
import { kubectl, missing, ours, startCluster } from './cluster.ts';
import { root, run, say, timed } from './run.ts';
import { allReady, kills, nothingRestarted, purchase, rebuild, restarts } from './steps.ts';

/** The port of the node that `components/node-port` gives to the gateway. */
const URL = 'http://127.0.0.1:30080';

/** The images of this machine, and the names that `kustomization.yaml` has for them. */
const images = [
  [process.env.SERVICES_IMAGE ?? 'boxoffice/services:dev', 'boxoffice-test/services:verify'],
  [process.env.FRONTEND_IMAGE ?? 'boxoffice/frontend:dev', 'boxoffice-test/frontend:verify'],
  [process.env.MONGO_IMAGE ?? 'mongo:8.0', 'boxoffice-test/mongo:verify'],
  [process.env.NATS_STREAMING_IMAGE ?? 'nats-streaming:0.25.6', 'boxoffice-test/nats-streaming:verify'],
] as const;

if (missing) {
  process.stdout.write(
    `\n!!! LEFT OUT: there is no cluster to verify on: ${missing} is not there (deploy/README.md)\n\n`,
  );
  process.exit(process.env.VERIFY === 'required' ? 1 : 0);
}

await using stack = new AsyncDisposableStack();
for (const [image, name] of images) {
  await run('docker', ['tag', image, name]);
  stack.defer(async () => void (await run('docker', ['rmi', name])));
}
const overlay = join(root, 'deploy/k8s/overlays/dev');
if (!existsSync(join(overlay, 'secrets'))) stack.defer(() => rmSync(join(overlay, 'secrets'), { recursive: true }));
makeSecrets(overlay);
stack.use(await timed('cluster up', () => startCluster(images.map(([, name]) => name))));

const deploy = ['apply', '--server-side', '--validate=strict', '-k', dirname(import.meta.filename)];
await timed('applied, and nothing refused', () => kubectl(...deploy));
stack.defer(async () => void (await kubectl('delete', 'namespace', 'boxoffice', '--timeout=120s')));
try {
  await timed('every pod ready', () => allReady());
  await nothingRestarted();
  say('nothing was restarted');
  await timed('the purchase path', () => purchase(URL));
  await timed('a rebuild', () => rebuild(URL));
  await timed('rolling restarts', () => restarts(URL, 50));
  await timed('kills', () => kills(URL));
} catch (error) {
  say(await ours('get', 'pods', '-o', 'wide'));
  say(await ours('get', 'events', '--field-selector', 'type=Warning', '--sort-by=.lastTimestamp'));
  throw error;
}
say('verified');
