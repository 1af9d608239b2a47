import { later, NOW } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { webhookId } from '../controls.ts';
import type { WebhookStore } from '../store/store.ts';

const one = { secretId: 'one', webhookId, value: 'whsec_b25l' };
const two = { secretId: 'two', webhookId, value: 'whsec_dHdv' };
const others = { secretId: 'three', webhookId: 'another', value: 'whsec_dGhyZWU=' };

/** What keeps secrets does, wherever it is. `fresh` begins an empty one; what it returns opens it, again and again. */
export function secretsSuite(name: string, fresh: () => () => WebhookStore): void {
  describe(`the secrets of webhooks in ${name}`, () => {
    test('are found by their ids, in the order that was asked for, without those that are not there', async () => {
      await using store = fresh()();
      for (const secret of [one, two]) await store.secrets.put(secret);
      expect(await store.secrets.get(['two', 'three', 'one'])).toEqual([two.value, one.value]);
      expect(await store.secrets.get([])).toEqual([]);
    });

    test('are there after a restart', async () => {
      const open = fresh();
      {
        await using store = open();
        await store.secrets.put(one);
      }
      await using store = open();
      expect(await store.secrets.get(['one'])).toEqual([one.value]);
    });

    test('are destroyed one by one, or all of a webhook; also when there are none', async () => {
      await using store = fresh()();
      for (const secret of [one, two, others]) await store.secrets.put(secret);
      await store.secrets.destroy('one');
      await store.secrets.destroy('one');
      expect(await store.secrets.get(['one', 'two', 'three'])).toEqual([two.value, others.value]);
      await store.secrets.destroyAll(webhookId);
      await store.secrets.destroyAll(webhookId);
      expect(await store.secrets.get(['one', 'two', 'three'])).toEqual([others.value]);
    });

    test('are swept when their time is over, and the present one stays', async () => {
      await using store = fresh()();
      for (const secret of [one, two, others]) await store.secrets.put(secret);
      await store.secrets.retireOthers(webhookId, 'two', later(10));
      await store.secrets.sweep(NOW);
      expect(await store.secrets.get(['one', 'two', 'three'])).toHaveLength(3);
      await store.secrets.sweep(later(10));
      expect(await store.secrets.get(['one', 'two', 'three'])).toEqual([two.value, others.value]);
    });

    test('have no more time when it is said again', async () => {
      await using store = fresh()();
      for (const secret of [one, two]) await store.secrets.put(secret);
      await store.secrets.retireOthers(webhookId, 'two', later(10));
      await store.secrets.retireOthers(webhookId, 'two', later(99));
      await store.secrets.sweep(later(10));
      expect(await store.secrets.get(['one', 'two'])).toEqual([two.value]);
    });
  });
}
