import { setTimeout as delay } from 'node:timers/promises';
import { askMongod } from '@boxoffice/common/testing';

/** Users of a server that asks who one is: `market` may read and write the market, `reader` may read it. */
export async function makeUsers(host: string): Promise<void> {
  const user = (name: string, role: object | string) => ({ createUser: name, pwd: 'hunter2', roles: [role] });
  const isPrimary = () => askMongod(host, async (admin) => (await admin.command({ hello: 1 })).isWritablePrimary);
  while (!(await isPrimary())) await delay(20);
  // The first may be made from this machine by anybody.
  await askMongod(host, (admin) => admin.command(user('root', 'root')));
  await askMongod(`root:hunter2@${host}`, async (admin) => {
    await admin.command(user('market', { role: 'readWrite', db: 'boxoffice' }));
    await admin.command(user('reader', { role: 'read', db: 'boxoffice' }));
  });
}
