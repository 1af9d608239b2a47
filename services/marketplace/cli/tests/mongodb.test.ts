import { catchUp, type EventLog, inProcessEventBus, type ReadModels, startProjector } from '@boxoffice/common';
import { mongoReadModels, openMongoEventLog } from '@boxoffice/common/roles';
import { onMongod, record } from '@boxoffice/common/testing';
import { ticketListings } from '@boxoffice/tickets';
import { beforeEach, describe, expect, test } from 'vitest';
import { projections } from '../../src/projections.ts';
import { listed, poison, run, start, ticketId } from './support.ts';

onMongod((here) => {
  describe('the command line on MongoDB', { timeout: 120_000 }, () => {
    let name = '';
    let log: EventLog;
    let readModels: ReadModels;
    beforeEach(async () => {
      name = `cli-${crypto.randomUUID()}`;
      const db = here.mongo.client.db(name);
      log = await openMongoEventLog(db);
      readModels = mongoReadModels({ ...here.mongo, db });
      await record(log, listed(1), listed(2), listed(3));
      await catchUp(projections, log, readModels);
      return () => log[Symbol.asyncDispose]();
    });

    const db = () => here.mongo.client.db(name);
    const url = () => here.server.url.replace(/[^/]*$/, name);
    const cli = (...args: string[]) => run([...args, '--mongo', url()]);
    const generations = async () => (await readModels.generations()).filter((one) => one.name === 'ticket-listings');
    const states = async () => (await generations()).map(({ id, state }) => `${id} ${state}`);
    const said = async () =>
      (await log.readStream('projection-ticket-listings')).flatMap(({ events }) => events.map(({ type }) => type));

    /** Somebody keeps the listings up. */
    const project = () => {
      const stack = new AsyncDisposableStack();
      const bus = stack.use(inProcessEventBus());
      const onError = () => undefined;
      stack.use(startProjector({ projection: ticketListings, log, bus, readModels, onError, pollMs: 50 }));
      return stack;
    };

    test('lists every generation with who keeps it up', async () => {
      await record(log, listed(4));
      const listedRows = async () => {
        const rows: { name: string; state: string }[] = (await cli('projections', 'list', '--json')).json();
        return rows.filter(({ name }) => name === 'ticket-listings');
      };
      expect(await listedRows()).toMatchObject([
        { generation: 'ticket-listings@2', state: 'nobody keeps it up', position: 3, lagCommits: 1, rate: null },
      ]);
      await using _projecting = project();
      expect(await readModels.reader(ticketListings).reached(4, 10_000)).toBe(true);
      expect(await listedRows()).toMatchObject([{ state: 'running', position: 4, lagCommits: 0, rate: 0 }]);
    });

    test('rebuilds, compares, switches, and goes back, on record', async () => {
      const rebuilt = await cli(
        'projections',
        'rebuild',
        'ticket-listings',
        '--yes',
        '--to-version',
        '2',
        '--as',
        'zoe',
      );
      expect(rebuilt).toMatchObject({
        code: 0,
        err: expect.stringMatching(/Building ticket-listings@2: 3 of 3 commits/),
      });
      expect(rebuilt.out).toContain('Equal to the live one, byte for byte: 3 documents');
      expect(rebuilt.out).toContain('from ticket-listings@2, which is kept for a rollback, to ticket-listings@2.2');
      expect(await states()).toEqual(['ticket-listings@2 retired', 'ticket-listings@2.2 live']);

      expect(await cli('projections', 'rollback', 'ticket-listings', '--yes')).toMatchObject({ code: 0 });
      expect(await states()).toEqual(['ticket-listings@2 live', 'ticket-listings@2.2 retired']);
      expect(await said()).toEqual(['ProjectionRebuilt', 'ProjectionSwitched', 'ProjectionSwitched']);
      const [first] = await log.readStream('projection-ticket-listings');
      expect(first).toMatchObject({ actor: 'operator:zoe', events: [{ data: { documents: 3, position: 3 } }] });
      expect((await cli('log', 'verify')).code).toBe(0);
    });

    test('rebuilds on trial and leaves nothing behind', async () => {
      const { code, out } = await cli('projections', 'rebuild', 'ticket-listings', '--dry-run');
      expect(code).toBe(0);
      expect(out).toContain('Equal to the live one');
      expect(await states()).toEqual(['ticket-listings@2 live']);
      expect(await said()).toEqual([]);
    });

    test('leaves a candidate to switch to later', async () => {
      expect((await cli('projections', 'switch', 'ticket-listings')).code).toBe(1);
      expect((await cli('projections', 'rebuild', 'ticket-listings', '--no-switch')).code).toBe(0);
      expect(await states()).toEqual(['ticket-listings@2 live', 'ticket-listings@2.2 candidate']);
      await record(log, listed(4));
      await catchUp(projections, log, readModels);
      expect((await cli('projections', 'switch', 'ticket-listings')).code).toBe(0);
      expect(await states()).toEqual(['ticket-listings@2 retired', 'ticket-listings@2.2 live']);
    });

    test('does not switch to what differs, unless it is forced to', async () => {
      await db()
        .collection('ticket-listings@2')
        .updateOne({}, { $set: { title: 'Tampered' } });
      const { code, out, err } = await cli('projections', 'rebuild', 'ticket-listings', '--yes');
      expect(code).toBe(1);
      expect(out).toContain(`1 of 3 documents differ from the live one:\n  ${ticketId(1)}`);
      expect(err).toContain('is not what is live');
      expect(await states()).toEqual(['ticket-listings@2 live']);
      expect((await cli('projections', 'rebuild', 'ticket-listings', '--dry-run')).code).toBe(1);

      expect((await cli('projections', 'rebuild', 'ticket-listings', '--yes', '--force')).code).toBe(0);
      expect((await cli('log', 'verify')).code).toBe(0);
    });

    test('stops a rebuild at an event that stops the projection, and leaves no candidate', async () => {
      await record(log, { [`ticket-${ticketId(4)}`]: [{ type: 'TicketTeleported', version: 1, data: {} }] });
      const { code, err } = await cli('projections', 'rebuild', 'ticket-listings', '--yes');
      expect(code).toBe(1);
      expect(err).toContain('cannot take in position 4');
      expect(await states()).toEqual(['ticket-listings@2 live']);
    });

    test('leaves no candidate when it is interrupted', async () => {
      const admin = here.mongo.client.db('admin');
      const slow = { failCommands: ['createIndexes'], blockConnection: true, blockTimeMS: 500, appName: 'boxoffice' };
      await admin.command({ configureFailPoint: 'failCommand', mode: 'alwaysOn', data: slow });
      try {
        await using rebuilding = start(['projections', 'rebuild', 'ticket-listings', '--mongo', url()]);
        await expect.poll(states, { timeout: 60_000 }).toContain('ticket-listings@2.2 candidate');
        rebuilding.child.kill('SIGINT');
        expect(await rebuilding.ended).toBe(130);
      } finally {
        await admin.command({ configureFailPoint: 'failCommand', mode: 'off' });
      }
      expect(await states()).toEqual(['ticket-listings@2 live']);
    });

    test('retries and skips, and says what has come of it', async () => {
      await record(log, poison(9));
      const key = ticketId(9);
      const unheard = await cli('quarantine', 'retry', 'ticket-listings', key);
      expect(unheard).toMatchObject({ code: 1, err: expect.stringContaining('is not in the quarantine') });

      await using _projecting = project();
      const quarantine = () => readModels.reader(ticketListings).quarantine();
      await expect.poll(quarantine, { timeout: 10_000 }).toHaveLength(1);
      const retried = await cli('quarantine', 'retry', 'ticket-listings', key);
      expect(retried).toMatchObject({ code: 1, out: expect.stringContaining(`${key} is in quarantine at position 4`) });
      const skipped = await cli(
        'quarantine',
        'skip',
        'ticket-listings',
        key,
        '--reason',
        'a bad import',
        '--wait',
        '1m',
      );
      expect(skipped).toMatchObject({ code: 0, out: expect.stringContaining(`${key} is out of quarantine`) });
      expect(await quarantine()).toEqual([]);
      expect(await said()).toEqual(['KeyRetried', 'EventSkipped']);
    });

    test('says when nobody obeys in time', async () => {
      await record(log, poison(9));
      await catchUp(projections, log, readModels);
      const { code, out } = await cli('quarantine', 'retry', 'ticket-listings', '--all', '--wait', '10ms');
      expect(code).toBe(1);
      expect(out).toContain('has not come to it within 0.01 s');
      expect((await cli('quarantine', 'list', '--json')).json()).toMatchObject([{ key: ticketId(9), position: 4 }]);
    });

    test('pauses what then takes nothing in, and resumes it', async () => {
      expect((await cli('projections', 'pause', 'ticket-listings')).code).toBe(0);
      const [row] = (await cli('projections', 'list', '--json'))
        .json()
        .filter(({ name }: { name: string }) => name === 'ticket-listings');
      expect(row).toMatchObject({ state: 'paused' });
      expect((await cli('projections', 'resume', 'ticket-listings')).code).toBe(0);
      expect(await said()).toEqual(['ProjectionPaused', 'ProjectionResumed']);
    });

    test('verifies, and names a hole, a foreign document, a changed one, and a checkpoint that is ahead', async () => {
      const sound = await cli('log', 'verify');
      expect(sound).toMatchObject({
        code: 0,
        out: expect.stringContaining('ticket-listings@2: 3 documents, compared at'),
      });

      await db()
        .collection('ticket-listings@2')
        .updateOne({}, { $set: { title: 'Tampered' } });
      await db()
        .collection('generations')
        .updateOne({ name: 'my-orders' }, { $set: { position: 77 } });
      await db().collection<{ _id: string }>('commits').insertOne({ _id: 'shopping' });
      const bad = (await cli('log', 'verify', '--json')).json();
      const reasons = bad.problems.named.map(({ reason }: { reason: string }) => reason);
      expect(reasons.join('\n')).toContain(`ticket-listings@2: ${ticketId(1)} is not what the log makes of it`);
      expect(reasons).toContain('read model my-orders@2 is at position 77, and the log ends at 3');
      expect(reasons).toContain('the document "shopping" is not at a position');
      expect(reasons).toHaveLength(3);
      expect(bad.problems.count).toBe(3);

      await db().collection<{ _id: number }>('commits').deleteOne({ _id: 2 });
      const { code, out } = await cli('log', 'verify');
      expect(code).toBe(1);
      expect(out).toContain('position 2: position 2 is missing');
      expect(out).toContain('not compared');
    });

    test('names an index that cannot be made any more', async () => {
      const commits = db().collection<{ _id: number; commandId: string }>('commits');
      await commits.dropIndex('command');
      await commits.updateOne({ _id: 3 }, { $set: { commandId: 'command-1' } });
      const { code, out } = await cli('log', 'verify');
      expect(code).toBe(1);
      expect(out).toContain('the unique index command is missing');
      expect(out).toContain('position 3: command command-1 is at position 1 already');
      expect(out).toContain('the log cannot be opened');
    });

    test('verifies while a projector is at work', async () => {
      await using _projecting = project();
      const stop = new AbortController();
      const writing = (async () => {
        for (let n = 10; !stop.signal.aborted; n += 1) await record(log, listed(n));
      })();
      const { code, out } = await cli('log', 'verify');
      stop.abort();
      await writing;
      expect(out).toContain('Everything is as it should be');
      expect(code).toBe(0);
    });

    test('follows the log', async () => {
      await using tail = start(['log', 'tail', '--json', '-n', '0', '--mongo', url()]);
      await expect
        .poll(
          async () => {
            await record(log, listed(Math.floor(Math.random() * 1e9)));
            return tail.out();
          },
          { timeout: 60_000, interval: 200 },
        )
        .toContain('TicketListed');
      tail.child.kill('SIGTERM');
      expect(await tail.ended).toBe(0);
    });

    test('a database without a market is refused, and stays empty', async () => {
      const { code, err } = await run(['log', 'verify', '--mongo', here.server.url.replace(/[^/]*$/, 'nothing-here')]);
      expect(code).toBe(2);
      expect(err).toContain('no market in the database nothing-here');
      expect(await here.mongo.client.db('nothing-here').listCollections().toArray()).toEqual([]);
    });
  });
});
