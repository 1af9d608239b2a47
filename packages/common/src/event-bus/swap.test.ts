import { expect, test } from 'vitest';
import { CLUSTER, natsServerPath, natsStreamingPath, startNatsServer, startNatsStreaming } from '../testing/nats.ts';
import { relayed } from '../testing/relayed.ts';
import { upTo } from './event-bus.suite.ts';
import { jetStreamEventBus } from './jetstream/jetstream.ts';
import { natsStreamingEventBus } from './nats-streaming/nats-streaming.ts';

test.runIf(natsStreamingPath && natsServerPath)(
  'the broker is changed while commits are appended, and none is missed or seen twice',
  { timeout: 40_000 },
  async () => {
    await using stack = new AsyncDisposableStack();
    const onError = () => undefined;
    const [old, young] = [stack.use(await startNatsStreaming()), stack.use(await startNatsServer())];
    const from = stack.use(
      await natsStreamingEventBus({ url: old.url, clusterId: CLUSTER, clientId: 'test', onError }),
    );
    const to = stack.use(await jetStreamEventBus({ url: young.url, onError }));
    const { append, cursor, seen, relayTo, followOn } = relayed(stack);
    const within = { timeout: 10_000 };

    const relay = relayTo(from);
    const follower = followOn(from);
    await append(200);
    await expect.poll(() => seen.length, within).toBeGreaterThan(0);

    // First the relay; who follows the old broker still sees all, by the log.
    const writing = append(400);
    await relay[Symbol.asyncDispose]();
    const moved = cursor.position;
    relayTo(to);
    await expect.poll(() => cursor.position, within).toBeGreaterThan(moved);
    await writing;
    await expect.poll(() => seen.at(-1), within).toBe(600);

    // Then who follows.
    await follower[Symbol.asyncDispose]();
    await append(50);
    followOn(to, 60_000);
    await expect.poll(() => seen.at(-1), within).toBe(650);
    // From here on only the new broker can wake the follower.
    await append(50);
    await expect.poll(() => seen.at(-1), within).toBe(700);
    expect(seen).toEqual(upTo(700));
  },
);
