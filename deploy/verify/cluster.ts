import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root, run } from './run.ts';

const { HOME = '', XDG_CACHE_HOME = join(HOME, '.cache') } = process.env;
const { RUN = join(XDG_CACHE_HOME, 'k8srun'), CLUSTER_SCRIPTS = resolve(root, '../shared/cluster') } = process.env;

/** Where its API is. */
const KUBECONFIG = join(RUN, 'admin.kubeconfig');
/** What must be there: the scripts, and what they have built. */
const needed = [join(CLUSTER_SCRIPTS, 'cluster-up.sh'), join(RUN, 'bin/k8s/kube-apiserver')];

/** The first of what must be there and is not. */
export const missing = needed.find((path) => !existsSync(path));

/** Brings up a cluster of one node with these images in it, and takes it away when it is disposed of. */
export async function startCluster(images: readonly string[]): Promise<AsyncDisposable> {
  // The name of the node; npm gives the variable another meaning.
  const env = { NODE: '' };
  const stop = () => run(join(CLUSTER_SCRIPTS, 'cluster-down.sh'), ['--purge'], { env });
  try {
    await run(join(CLUSTER_SCRIPTS, 'cluster-up.sh'), images, { env });
  } catch (error) {
    await stop();
    throw error;
  }
  return { [Symbol.asyncDispose]: async () => void (await stop()) };
}

/** Asks the cluster. */
export function kubectl(...args: readonly string[]): Promise<string> {
  return run(join(RUN, 'bin/k8s/kubectl'), args, { env: { KUBECONFIG } });
}

/** The same about what is ours. */
export function ours(...args: readonly string[]): Promise<string> {
  return kubectl('--namespace', 'boxoffice', ...args);
}

/** Runs a piece of program in a container of ours, which has no shell, and answers with the JSON that it writes. */
export async function inside(deployment: string, script: string): Promise<unknown> {
  const node = ['node', '--input-type=module', '--eval', script];
  return JSON.parse(await ours('exec', `deploy/${deployment}`, '--', ...node));
}

/** The command line of operators. */
export function boxoffice(...args: readonly string[]): Promise<string> {
  const main = '/app/services/marketplace/boxoffice.ts';
  return ours('exec', 'deploy/relay', '--', 'node', main, '--as', 'verify', ...args);
}

interface Pod {
  readonly metadata: { readonly name: string; readonly deletionTimestamp?: string };
  readonly status: {
    readonly phase: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    readonly containerStatuses?: readonly { readonly restartCount: number }[];
  };
}

/** Our pods, each with whether it is ready and how often it was restarted. What has done its work is left out. */
export async function pods(): Promise<{ name: string; isReady: boolean; restarts: number }[]> {
  const { items } = JSON.parse(await ours('get', 'pods', '-o', 'json')) as { items: Pod[] };
  return items
    .filter(({ metadata, status }) => status.phase !== 'Succeeded' && !metadata.deletionTimestamp)
    .map(({ metadata, status: { conditions = [], containerStatuses = [] } }) => ({
      name: metadata.name,
      isReady: conditions.some(({ type, status }) => type === 'Ready' && status === 'True'),
      restarts: containerStatuses.reduce((sum, { restartCount }) => sum + restartCount, 0),
    }));
}
