import { StartError } from '../../packages/common/src/index.ts';

export interface ContainerOptions {
  readonly name: string;
  readonly image: string;
  /** The same inside and outside: a replica set knows its members by one address. */
  readonly port: number;
  readonly data: string;
  readonly args: readonly string[];
}

/**
 * Starts a server in a container that keeps its data in a folder of this machine.
 * @throws {StartError} there is no engine, or it cannot run the image
 */
export async function startContainer({ name, image, port, data, args }: ContainerOptions): Promise<AsyncDisposable> {
  const { GenericContainer } = await import('testcontainers');
  try {
    const container = await new GenericContainer(image)
      .withCommand([...args])
      .withExposedPorts({ container: port, host: port })
      .withBindMounts([{ source: data, target: '/data/db', mode: 'rw' }])
      .start();
    return {
      async [Symbol.asyncDispose]() {
        await container.stop({ timeout: 10_000 });
      },
    };
  } catch (error) {
    throw new StartError(`${name} is not on this machine, and ${image} cannot be run: ${(error as Error).message}`);
  }
}
