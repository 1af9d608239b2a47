import { later, projected } from '@boxoffice/common/testing';
import type { WebhookEvent } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import {
  disabled,
  enabled,
  ownerId,
  previousUntil,
  registered,
  removed,
  replayRequested,
  rotated,
  topics,
  url,
  webhookId,
  webhookStream,
} from '../controls.ts';
import { myWebhooks } from './projection.ts';

const after = async (...events: WebhookEvent[]) => [
  ...(await projected(myWebhooks, ...events.map((event) => ({ [webhookStream]: [event] })))).values(),
];
const webhook = { _id: webhookId, ownerId, url, events: topics, status: 'enabled', registeredAt: later(1) };

describe('my webhooks', () => {
  test('registered', async () => {
    expect(await after(registered)).toStrictEqual([{ ...webhook, changedAt: later(1), position: 1 }]);
  });

  test('with another secret', async () => {
    const changed = { changedAt: later(2), previousSecretUntil: previousUntil, position: 2 };
    expect(await after(registered, rotated)).toStrictEqual([{ ...webhook, ...changed }]);
  });

  test('replayed: no different', async () => {
    expect(await after(registered, replayRequested)).toMatchObject([{ ...webhook, changedAt: later(1) }]);
  });

  test('disabled, and enabled again', async () => {
    const events = [registered, disabled, enabled] as const;
    const now = { ...webhook, status: 'disabled', reason: 'failing', changedAt: later(2), position: 2 };
    expect(await after(events[0], events[1])).toStrictEqual([now]);
    expect(await after(...events)).toStrictEqual([{ ...webhook, changedAt: later(3), position: 3 }]);
  });

  test('removed: none', async () => {
    expect(await after(registered, removed)).toEqual([]);
  });
});
