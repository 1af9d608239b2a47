import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { answers, startReceiver } from '../testing-receiver.ts';
import { poster } from './post.ts';
import type { Resolve } from './public-address.ts';

const message = { headers: { 'webhook-id': 'one' }, body: '{"title":"Zoë"}' };
const here = poster({ allowPrivate: true, timeoutMs: 300 });

describe('a message', () => {
  test('comes as JSON, byte by byte, with its headers', async () => {
    await using receiver = await startReceiver();
    expect(await here(receiver.url, message)).toEqual({ status: 204 });
    const [received] = receiver.received;
    expect(received).toMatchObject({
      body: message.body,
      headers: { 'content-type': 'application/json', 'webhook-id': 'one', 'content-length': '16' },
    });
  });

  test.each([200, 302, 404, 410, 500])('that is answered %i is told so', async (status) => {
    await using receiver = await startReceiver();
    receiver.answer = answers(status);
    expect(await here(receiver.url, message)).toEqual({ status });
  });

  test.each([301, 302, 307, 308])('is not carried further by a redirect (%i)', async (status) => {
    await using other = await startReceiver();
    await using receiver = await startReceiver();
    receiver.answer = answers(status, { location: other.url });
    expect(await here(receiver.url, message)).toEqual({ status });
    expect([receiver.received.length, other.received.length]).toEqual([1, 0]);
  });

  test('that is never answered has failed when its time is over', async () => {
    await using receiver = await startReceiver();
    receiver.answer = () => undefined;
    expect(await here(receiver.url, message)).toEqual({ failure: 'timeout' });
  });

  test('that is answered by a body without an end has been answered', async () => {
    await using receiver = await startReceiver();
    let sent = 0;
    const pour = (response: ServerResponse): void => {
      if (response.destroyed) return;
      sent += 64 * 1024;
      response.write(Buffer.alloc(64 * 1024), () => setImmediate(pour, response));
    };
    receiver.answer = (response) => pour(response.writeHead(200));
    expect(await poster({ allowPrivate: true, timeoutMs: 60_000 })(receiver.url, message)).toEqual({ status: 200 });
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  test('that is answered by a body that never comes has been answered', async () => {
    await using receiver = await startReceiver();
    receiver.answer = (response) => void response.writeHead(200).write('{');
    expect(await here(receiver.url, message)).toEqual({ status: 200 });
  });

  test('that nobody takes has failed', async () => {
    const gone = await startReceiver();
    await gone[Symbol.asyncDispose]();
    expect(await here(gone.url, message)).toEqual({ failure: 'econnrefused' });
  });

  test('that is answered by nonsense has failed', async () => {
    await using receiver = await startReceiver();
    receiver.answer = (response) => void response.socket?.end('220 mail.example.com ESMTP\r\n');
    expect(await here(receiver.url, message)).toEqual({ failure: 'hpe_invalid_constant' });
  });

  test('is broken off when we are told to stop', async () => {
    await using receiver = await startReceiver();
    const stop = new AbortController();
    receiver.answer = () => stop.abort();
    const posted = await poster({ allowPrivate: true })(receiver.url, message, stop.signal);
    expect(posted).toEqual({ failure: 'abort_err' });
  });
});

describe('of what is not public', () => {
  const outside = poster({ allowPrivate: false, timeoutMs: 300 });

  test('an address as such is not connected to', async () => {
    await using receiver = await startReceiver();
    const { port } = new URL(receiver.url);
    for (const host of ['127.0.0.1', '127.1', '2130706433', '[::1]', '[::ffff:7f00:1]', 'localhost', '0.0.0.0'])
      expect(await outside(`https://${host}:${port}/hook`, message)).toEqual({ failure: 'address-refused' });
    expect(await outside(receiver.url, message)).toEqual({ failure: 'address-refused' });
    expect(receiver.received).toEqual([]);
  });

  test('a name that leads there is not connected to: it is looked up for each connection', async () => {
    await using receiver = await startReceiver();
    const { port } = new URL(receiver.url);
    let asked = 0;
    const resolve: Resolve = (_hostname, _options, callback) => {
      asked += 1;
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    };
    const post = poster({ allowPrivate: false, timeoutMs: 300, resolve });
    for (let time = 0; time < 3; time += 1)
      expect(await post(`https://hooks.example.com:${port}/`, message)).toEqual({ failure: 'address-refused' });
    expect([asked, receiver.received]).toEqual([3, []]);
  });
});
