import { JetStreamApiError, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { Session } from '../broker/session.ts';
import { consume } from './consume.ts';
import type { JetStreamOptions } from './jetstream.ts';
import { ensureStream } from './stream.ts';

type Options = Required<Omit<JetStreamOptions, 'signal' | 'onError' | 'maxInFlight'>>;

/**
 * A session with a connection of its own. It never reconnects: a server that comes back may have lost the stream and
 * the consumers, so both are seen to again from the start.
 * @throws when the server is not there, has no JetStream, or refuses the stream
 */
export async function openJetStreamSession(options: Options): Promise<Session> {
  const { url, clientId, stream, publishTimeoutMs } = options;
  const connection = await connect({
    ...login(url),
    name: clientId,
    reconnect: false,
    timeout: 2000,
    // A dead connection is noticed after four seconds.
    pingInterval: 1000,
    maxPingOut: 3,
  });
  const { lost, end } = faults(connection);
  const subject = `${stream}.commits`;
  try {
    const manager = await jetstreamManager(connection);
    await ensureStream(manager, { ...options, subject });
    const client = jetstream(connection);
    return {
      lost,
      async publish(data, id) {
        try {
          await client.publish(subject, data, { msgID: id, timeout: publishTimeoutMs });
        } catch (error) {
          // Not a refusal: the server is silent, or the stream has gone from under it.
          if (!(error instanceof JetStreamApiError)) end(error);
          throw error;
        }
      },
      subscribe: (name, deliver) => consume(manager, { ...options, subject, name, deliver }),
      [Symbol.asyncDispose]: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function login(url: string) {
  const urls = url.split(',').map((one) => new URL(one));
  const [{ username, password } = { username: '', password: '' }] = urls;
  const servers = urls.map(({ host }) => host);
  return username === ''
    ? { servers }
    : { servers, user: decodeURIComponent(username), pass: decodeURIComponent(password) };
}

function faults(connection: NatsConnection) {
  const { promise: lost, resolve } = Promise.withResolvers<Error>();
  const end = (cause: unknown) => {
    const why = cause instanceof Error ? cause.message : 'the connection has ended';
    resolve(new Error(`JetStream: ${why}`, { cause }));
  };
  connection.closed().then(end);
  return { lost, end };
}
