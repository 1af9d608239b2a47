import { DiscardPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { describe, expect, test } from 'vitest';
import { natsServerPath, startNatsServer } from '../../testing/nats.ts';
import { brokerEventBusSuite } from '../broker-event-bus.suite.ts';
import { commitAt } from '../event-bus.suite.ts';
import { jetStreamEventBus } from './jetstream.ts';

describe.runIf(natsServerPath)('on a real server', () => {
  brokerEventBusSuite('JetStream', {
    start: startNatsServer,
    async startSmall() {
      const server = await startNatsServer();
      const connection = await connect({ servers: server.url });
      const { streams } = await jetstreamManager(connection);
      // One that refuses what is beyond its limit, as somebody who runs the server may have made it.
      await streams.add({
        name: 'boxoffice',
        subjects: ['boxoffice.commits'],
        max_msgs: 5,
        discard: DiscardPolicy.New,
      });
      await connection.close();
      return server;
    },
    open: ({ url }, options) => jetStreamEventBus({ url, ...options }),
    async publishRaw({ url }, data) {
      const connection = await connect({ servers: url });
      await jetstream(connection).publish('boxoffice.commits', data);
      await connection.close();
    },
  });

  test('a stream that is deleted while it is used is made again', { timeout: 40_000 }, async () => {
    await using server = await startNatsServer();
    await using bus = await jetStreamEventBus({ url: server.url, onError: () => undefined });
    const seen: number[] = [];
    await bus.subscribe('one', ({ position }) => void seen.push(position));
    await bus.publish(commitAt(1));
    await expect.poll(() => seen).toEqual([1]);

    const connection = await connect({ servers: server.url });
    const manager = await jetstreamManager(connection);
    await manager.streams.delete('boxoffice');
    await expect(bus.publish(commitAt(2))).rejects.toThrow();
    let position = 2;
    const again = async () => {
      position += 1;
      await bus.publish(commitAt(position)).catch(() => undefined);
      return seen.at(-1);
    };
    await expect.poll(again, { timeout: 20_000 }).toBeGreaterThan(2);
    expect((await manager.streams.info('boxoffice')).config).toMatchObject({ storage: 'file', retention: 'limits' });
    await connection.close();
  });

  test('a repetition within two minutes is not stored twice', async () => {
    await using server = await startNatsServer();
    await using bus = await jetStreamEventBus({ url: server.url, onError: () => undefined });
    await bus.publish(commitAt(1));
    await bus.publish(commitAt(1));
    await bus.publish(commitAt(2));
    const connection = await connect({ servers: server.url });
    const manager = await jetstreamManager(connection);
    expect((await manager.streams.info('boxoffice')).state.messages).toBe(2);
    await connection.close();
  });
});
