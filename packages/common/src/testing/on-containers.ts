import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectMongo } from '../mongodb/connect.ts';
import { fetchImage, images, isEngineThere, startMongoContainer } from './containers.ts';
import type { Here } from './on-mongod.ts';
import type { Server } from './server.ts';

/** Tests on containers of an image; left out where there is no Docker engine, which in CI fails. */
export function onContainers(image: string, define: () => void): void {
  test.runIf(isEngineThere || process.env.CI)('a Docker engine is there', () => {
    expect(isEngineThere).toBe(true);
  });

  describe.runIf(isEngineThere)(`in containers of ${image}`, { timeout: 30_000 }, () => {
    beforeAll(() => fetchImage(image), 600_000);
    define();
  });
}

/** Tests on a MongoDB server of their own in a container. `here` is filled before the first. */
export function onMongoContainer(define: (here: Pick<Here, 'mongo'>) => void): void {
  onContainers(images.mongo, () => {
    const here = {} as { mongo: Here['mongo'] };
    let server: Server | undefined;
    beforeAll(async () => {
      server = await startMongoContainer();
      here.mongo = await connectMongo(server.url);
    }, 60_000);
    afterAll(async () => {
      await here.mongo?.[Symbol.asyncDispose]();
      await server?.[Symbol.asyncDispose]();
    });
    define(here);
  });
}
