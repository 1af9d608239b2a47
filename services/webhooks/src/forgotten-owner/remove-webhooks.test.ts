import { openSqliteEventLog } from '@boxoffice/common';
import { reacted, record, testClock } from '@boxoffice/common/testing';
import { streamName, UserForgotten, UserSignedUp } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { added, ownerId, ownerStream, registered, stranger, webhookId, webhookStream } from '../controls.ts';
import { removeWebhooks } from './remove-webhooks.ts';

const signedUp = { [streamName('user', ownerId)]: [UserSignedUp.of({ userId: ownerId })] };
const forgotten = (userId: string) => ({ [streamName('user', userId)]: [UserForgotten.of({ userId })] });
const has = { [ownerStream]: [added], [webhookStream]: [registered] };
const secondId = webhookId.replace(/1$/, '2');
const hasAnother = {
  [ownerStream]: [{ ...added, data: { ...added.data, webhookId: secondId } }],
  [streamName('webhook', secondId)]: [{ ...registered, data: { ...registered.data, webhookId: secondId } }],
};

/** What the reaction does when this has happened, done twice. */
async function after(...history: Parameters<typeof record>[1][]) {
  await using log = openSqliteEventLog(':memory:');
  await record(log, ...history);
  for (const _ of [1, 2]) await reacted(removeWebhooks(log), log, testClock());
  return (await log.read(history.length, 10)).map(({ actor, causationId, events }) => ({
    actor,
    causationId,
    events: events.map(({ stream, type }) => `${type} on ${stream}`),
  }));
}

const removal = (of: string) => [`WebhookRemoved on webhook-${of}`, `WebhookDropped on ${ownerStream}`];

test('the webhooks of somebody who is forgotten are removed, once, and say why', async () => {
  expect(await after(signedUp, has, hasAnother, forgotten(ownerId))).toEqual([
    { actor: 'system:remove-webhooks', causationId: '4', events: removal(webhookId) },
    { actor: 'system:remove-webhooks', causationId: '4', events: removal(secondId) },
  ]);
});

test('one that was being registered at that moment is removed', async () => {
  expect(await after(signedUp, forgotten(ownerId), has)).toMatchObject([
    { causationId: '3', events: removal(webhookId) },
  ]);
});

test('those of others stay, and who had none is forgotten all the same', async () => {
  expect(await after(signedUp, has, forgotten(stranger))).toEqual([]);
});
