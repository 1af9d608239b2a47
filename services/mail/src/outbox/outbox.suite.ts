import { later, NOW } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { buyerId, sellerId } from '../controls.ts';
import { noticeId } from '../notice/notice.ts';
import { notice } from '../testing.ts';
import type { Outbox } from './outbox.ts';

const { attempts: _, ...one } = notice;
const other = { ...one, id: noticeId(2, 1, sellerId), userId: sellerId, kind: 'sold', position: 2, index: 1 } as const;

/** What an outbox does, wherever it is. `fresh` begins an empty one; what it returns opens it, again and again. */
export function outboxSuite(name: string, fresh: () => () => Outbox): void {
  describe(`an outbox in ${name}`, () => {
    test('has what was put into it, in its order, from the time on when it happened', async () => {
      await using outbox = fresh()();
      await outbox.put([other, one]);
      expect(await outbox.due(NOW, 10)).toEqual([]);
      expect(await outbox.due(later(1), 10)).toEqual([notice, { ...other, attempts: 0 }]);
      expect(await outbox.due(later(1), 1)).toEqual([notice]);
      expect(await outbox.waiting()).toBe(2);
    });

    test('takes a notice once, also when it has been sent', async () => {
      await using outbox = fresh()();
      await outbox.put([one]);
      await outbox.put([one, other]);
      expect(await outbox.waiting()).toBe(2);
      await outbox.settle(one.id, 'sent');
      await outbox.put([one]);
      expect(await outbox.due(later(9), 10)).toEqual([{ ...other, attempts: 0 }]);
    });

    test('takes nothing when there is nothing', async () => {
      await using outbox = fresh()();
      await outbox.put([]);
      expect(await outbox.waiting()).toBe(0);
    });

    test('gives an attempt to one, of all that want it', async () => {
      await using outbox = fresh()();
      await outbox.put([one]);
      const claims = await Promise.all(Array.from({ length: 10 }, () => outbox.claim(notice, later(100))));
      expect(claims.filter((claimed) => claimed)).toHaveLength(1);
      expect(await outbox.due(later(99), 10)).toEqual([]);
      const [again] = await outbox.due(later(100), 10);
      expect(again).toEqual({ ...notice, attempts: 1 });
      expect(await outbox.claim(notice, later(200))).toBe(false);
      expect(again && (await outbox.claim(again, later(200)))).toBe(true);
    });

    test('has a notice again when the time has come that it was postponed to', async () => {
      await using outbox = fresh()();
      await outbox.put([one]);
      await outbox.claim(notice, later(100));
      await outbox.postpone(one.id, later(7));
      expect(await outbox.due(later(6), 10)).toEqual([]);
      expect(await outbox.due(later(7), 10)).toEqual([{ ...notice, attempts: 1 }]);
    });

    test.each(['sent', 'given-up', 'nobody'] as const)('has done with a notice that is %s', async (fate) => {
      await using outbox = fresh()();
      await outbox.put([one]);
      await outbox.settle(one.id, fate);
      await outbox.postpone(one.id, later(2));
      expect(await outbox.claim(notice, later(2))).toBe(false);
      expect([await outbox.due(later(9), 10), await outbox.waiting()]).toEqual([[], 0]);
    });

    test('is as it was when it is opened again', async () => {
      const open = fresh();
      {
        await using outbox = open();
        await outbox.put([one, other]);
        await outbox.settle(other.id, 'sent');
        await outbox.claim(notice, later(5));
      }
      await using outbox = open();
      await outbox.put([other]);
      expect(await outbox.due(later(5), 10)).toEqual([{ ...notice, attempts: 1 }]);
    });

    test('forgets a person, and nobody else', async () => {
      await using outbox = fresh()();
      await outbox.put([one, other]);
      await outbox.forget(buyerId);
      await outbox.forget(buyerId);
      expect(await outbox.due(later(9), 10)).toEqual([{ ...other, attempts: 0 }]);
    });
  });
}
