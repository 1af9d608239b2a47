import { setTimeout as delay } from 'node:timers/promises';
import { askMongod } from '../../packages/common/src/testing/mongod.ts';

/** Makes a replica set of one server, also of one that was a set before, at another port. */
export function becomePrimary(host: string): Promise<void> {
  return askMongod(host, async (admin) => {
    const members = [{ _id: 0, host }];
    const made = await admin.command({ replSetInitiate: { _id: 'rs0', members } }).catch(() => undefined);
    if (!made) {
      const { config } = await admin.command({ replSetGetConfig: 1 });
      const moved = { ...config, version: config.version + 1, members: [{ ...config.members[0], host }] };
      await admin.command({ replSetReconfig: moved, force: true });
    }
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) await delay(50);
  });
}
