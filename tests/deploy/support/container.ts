import { setTimeout as delay } from 'node:timers/promises';
import { GenericContainer, getContainerRuntimeClient, type StartedTestContainer } from 'testcontainers';
import { freePort } from '../../../packages/common/src/testing/program.ts';

export interface ContainerOptions {
  readonly image: string;
  /** Others than the image has. */
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What answers 200 when it is ready. */
  readonly probe: string;
}

/** A process of ours in a container, at a port of this machine. */
export interface Container extends AsyncDisposable {
  readonly port: number;
  /** From its start until it was ready. Milliseconds. */
  readonly readyAfter: number;
  /** Sends SIGTERM and waits for its end; answers with its exit code and all that it has said. */
  end(): Promise<{ readonly exitCode: number; readonly output: string }>;
}

/** Starts a container; resolves when it is ready. */
export async function startContainer({ image, args = [], env, probe }: ContainerOptions): Promise<Container> {
  const port = await freePort();
  let output = '';
  const from = performance.now();
  let started: StartedTestContainer | undefined = await new GenericContainer(image)
    .withNetworkMode('host')
    .withCommand([...args])
    .withEnvironment({ HOST: '127.0.0.1', HOSTNAME: '127.0.0.1', ...env, PORT: String(port) })
    .withDroppedCapabilities('ALL')
    .withLogConsumer((stream) => void stream.on('data', (line) => (output += line)))
    .start();
  const remove = async () => {
    await started?.stop();
    started = undefined;
  };
  const isReady = async () => {
    const reply = await fetch(`http://127.0.0.1:${port}${probe}`).catch(() => undefined);
    await reply?.body?.cancel();
    return reply?.status === 200;
  };
  for (const until = Date.now() + 120_000; !(await isReady()); await delay(50))
    if (Date.now() > until) {
      await remove();
      throw new Error(`${image} ${args} is not ready: ${output}`);
    }
  const readyAfter = performance.now() - from;
  return {
    port,
    readyAfter,
    async end() {
      const { container } = await getContainerRuntimeClient();
      const present = container.getById(started?.getId() ?? '');
      await present.stop({ t: 60 });
      const { State } = await present.inspect();
      await remove();
      return { exitCode: State.ExitCode, output };
    },
    [Symbol.asyncDispose]: remove,
  };
}
