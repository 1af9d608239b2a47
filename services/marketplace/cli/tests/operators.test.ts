import { emailStreamId } from '@boxoffice/auth';
import { catchUp } from '@boxoffice/common';
import { mongoReadModels, mongoVault, openMongoEventLog } from '@boxoffice/common/roles';
import { onMongod, record } from '@boxoffice/common/testing';
import { EmailClaimed, UserSignedUp } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import { projections } from '../../src/projections.ts';
import { testMarket } from '../../tests/support/market.ts';
import { folderWith, listed, run } from './support.ts';

const nobody = '05e40000-0000-4000-8000-000000000404';

describe('operators of a running market', { timeout: 60_000 }, () => {
  test('are appointed by their address and dismissed by their id, each once, on record', async () => {
    await using market = await testMarket();
    const zoe = await market.person();
    const id = (await zoe.get('/api/users/currentuser')).json().currentUser.id;
    const isOperator = async () => (await zoe.get('/api/users/currentuser')).json().currentUser.isOperator;
    const cli = (...args: string[]) => run(['operators', ...args, '--data-dir', market.dataDir, '--as', 'root']);

    expect(await isOperator()).toBe(false);
    expect((await cli('list')).out).toContain('There are none');
    const appointed = await cli('appoint', zoe.email.toUpperCase());
    expect([appointed.code, appointed.out]).toEqual([0, expect.stringContaining('is an operator, from position')]);
    await expect.poll(isOperator, { timeout: 5000 }).toBe(true);
    expect((await cli('appoint', id)).out).toContain('is an operator already');
    expect((await cli('list', '--json')).json()).toEqual([{ id, email: zoe.email }]);
    expect((await cli('list')).out).toContain(zoe.email);

    expect((await cli('dismiss', id)).out).toContain('is no operator any more');
    await expect.poll(isOperator, { timeout: 5000 }).toBe(false);
    expect(await cli('dismiss', id)).toMatchObject({ code: 0, out: expect.stringContaining('is no operator.') });
    const commits = await market.parts.log.readStream(`user-${id}`);
    expect(commits.map(({ actor }) => actor)).toEqual([id, 'operator:root', 'operator:root']);
  });

  test('are nobody without an account', async () => {
    await using market = await testMarket();
    const appoint = (named: string) => run(['operators', 'appoint', named, '--data-dir', market.dataDir]);
    for (const named of ['nobody@example.com', nobody, ''])
      expect(await appoint(named)).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringMatching(/There is no account/),
      });
    expect(await market.parts.log.head()).toBe(0);
  });

  test('cannot be found by an address when the people of the market are missing', async () => {
    const folder = await folderWith(listed(1));
    const appointed = await run(['operators', 'appoint', 'zoe@example.com', '--data-dir', folder]);
    expect(appointed).toMatchObject({ code: 2, err: expect.stringContaining('secrets.json is missing') });
  });
});

onMongod((here) => {
  test('operators on MongoDB: by an address, with the key that hides it', { timeout: 60_000 }, async () => {
    const name = `cli-${crypto.randomUUID()}`;
    const db = here.mongo.client.db(name);
    const EMAIL_KEY = 'v1NxB6tRkQ4zYhW8eMjC0sLaUf2oDg7p';
    const { userId } = sampleOf(UserSignedUp).data;
    await using log = await openMongoEventLog(db);
    await record(log, {
      [`email-${emailStreamId('zoe@example.com', EMAIL_KEY)}`]: [sampleOf(EmailClaimed)],
      [`user-${userId}`]: [sampleOf(UserSignedUp)],
    });
    await mongoVault(db).put({ userId, email: 'zoe@example.com', passwordHash: '$scrypt$' });
    const url = here.server.url.replace(/[^/]*$/, name);
    const cli = (args: string[], env = {}) => run(['operators', ...args, '--mongo', url], env);

    const blind = await cli(['appoint', 'zoe@example.com']);
    expect(blind).toMatchObject({ code: 2, err: expect.stringContaining('EMAIL_KEY: must be set') });
    expect(await cli(['appoint', 'zoe@example.com'], { EMAIL_KEY })).toMatchObject({ code: 0 });
    expect(await cli(['appoint', userId])).toMatchObject({ out: expect.stringContaining('already') });
    await catchUp(projections, log, mongoReadModels({ ...here.mongo, db }));
    expect((await cli(['list', '--json'])).json()).toEqual([{ id: userId, email: 'zoe@example.com' }]);
  });
});
