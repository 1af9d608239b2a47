import { setTimeout as delay } from 'node:timers/promises';
import { askMongod, initiateSet, mongodPath } from './mongod.ts';
import { type Server, startServer } from './server.ts';

export interface ReplicaSet extends AsyncDisposable {
  readonly url: string;
  /** The node that the others follow. All of them must be running. */
  primary(): Promise<Server>;
  /** Resolves when one node is primary and all the others follow it. */
  whole(): Promise<void>;
}

/** As in a set of every day, but five times as quick to elect. */
const SETTINGS = { electionTimeoutMillis: 2000, heartbeatIntervalMillis: 400 };

const WHOLE = 'PRIMARY,SECONDARY,SECONDARY';

/** For who follows a primary that has fallen silent: by default it turns to the new one after 5 s more. */
const QUICK = ['--setParameter', 'oplogNetworkTimeoutBufferSeconds=1'];

/** Starts a replica set of three nodes, each a process with data of its own. */
export async function startReplicaSet(): Promise<ReplicaSet> {
  await using stack = new AsyncDisposableStack();
  const starting = [0, 1, 2].map(async () => stack.use(await startNode()));
  await Promise.allSettled(starting);
  const nodes = await Promise.all(starting);
  const [first = '', ...others] = nodes.map(hostOf);
  await initiateSet([first, ...others], SETTINGS);

  /** What the node says of itself and of the others. */
  const status = (node: Server) => askMongod(hostOf(node), (admin) => admin.command({ replSetGetStatus: 1 }));
  const states = async (node: Server): Promise<string[]> =>
    (await status(node)).members.map(({ stateStr }: { stateStr: string }) => stateStr).sort();

  async function whole(): Promise<void> {
    // A node that is only starting, or that undoes what no majority had, does not answer.
    const all = () => Promise.all(nodes.map(states)).catch(() => []);
    const isWhole = (seen: string[][]) => seen.length > 0 && seen.every((one) => one.join() === WHOLE);
    while (!isWhole(await all())) await delay(50);
  }

  await whole();
  const owned = stack.move();
  return {
    url: `mongodb://${[first, ...others].join(',')}/boxoffice?replicaSet=rs0`,
    async primary() {
      for (;;)
        for (const node of nodes)
          if ((await askMongod(hostOf(node), (admin) => admin.command({ hello: 1 }))).isWritablePrimary) return node;
    },
    whole,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function startNode(): Promise<Server> {
  return startServer('mongodb', mongodPath, (port, folder) => {
    const place = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'];
    return {
      args: [...place, '--replSet', 'rs0', '--wiredTigerCacheSizeGB', '0.25', ...QUICK],
      ready: 'Waiting for connections',
    };
  });
}

function hostOf({ url }: Server): string {
  return new URL(url).host;
}
