import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { describe, expect, test } from 'vitest';
import { jetStreamBroker } from '../../testing/brokers.ts';
import { natsServerPath, startNatsServer } from '../../testing/nats.ts';
import { brokerEventBusSuite } from '../broker-event-bus.suite.ts';
import { commitAt } from '../event-bus.suite.ts';
import { jetStreamEventBus } from './jetstream.ts';

describe.runIf(natsServerPath)('on a real server', () => {
  brokerEventBusSuite('JetStream', jetStreamBroker(startNatsServer));

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
