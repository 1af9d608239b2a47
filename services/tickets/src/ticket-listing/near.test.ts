import { memoryReadModels } from '@boxoffice/common';
import { openStores, type Stores } from '@boxoffice/common/roles';
import { onMongod } from '@boxoffice/common/testing';
import { afterAll } from 'vitest';
import { nearSuite } from './near.suite.ts';

nearSuite('memory', async () => memoryReadModels());

onMongod((here) => {
  let stores: Stores | undefined;
  afterAll(() => stores?.[Symbol.asyncDispose]());
  nearSuite('MongoDB', async () => {
    stores = await openStores(here.server.url);
    return stores.readModels;
  });
});
