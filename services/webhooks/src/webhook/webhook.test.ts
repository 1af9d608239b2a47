import { given, later, NOW, stateOf } from '@boxoffice/common/testing';
import { WebhookDisabled } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  disabled,
  enabled,
  nextSecretId,
  ownerId,
  previousUntil,
  registered,
  removed,
  replayRequested,
  rotated,
  secretId,
  stranger,
  webhookId,
} from '../controls.ts';
import { signingAt, type WebhookCommand, webhook } from './webhook.ts';

const own = { webhookId, ownerId };
const register: WebhookCommand = { type: 'Register', ...registered.data };
const remove: WebhookCommand = { type: 'Remove', ...own };
const rotate: WebhookCommand = { type: 'RotateSecret', ...own, secretId: nextSecretId, at: NOW };
const replay: WebhookCommand = { type: 'Replay', ...own, from: 1, at: NOW };
const enable: WebhookCommand = { type: 'Enable', ...own };
const disable: WebhookCommand = { type: 'Disable', webhookId, reason: 'failing' };

describe('a webhook', () => {
  test('is registered', () => given([]).when(webhook, register).thenEmits([registered]));
  test('is registered once', () => given([registered]).when(webhook, register).thenNothing());

  test('is removed', () => given([registered]).when(webhook, remove).thenEmits([removed]));
  test('is removed while it is disabled', () =>
    given([registered, disabled]).when(webhook, remove).thenEmits([removed]));
  test('is removed once', () => given([registered, removed]).when(webhook, remove).thenNothing());

  test('gets another secret', () => given([registered]).when(webhook, rotate).thenEmits([rotated]));
  test('gets another secret while it is disabled', () =>
    given([registered, disabled]).when(webhook, rotate).thenEmits([rotated]));

  test('is replayed', () => given([registered]).when(webhook, replay).thenEmits([replayRequested]));
  test('is not replayed twice within a minute', () =>
    given([registered, replayRequested])
      .when(webhook, { ...replay, at: later(59) })
      .thenRefused('replay-too-soon'));
  test('is replayed again after a minute', () => {
    const { nextFrom: at } = replayRequested.data;
    const nextFrom = later(60, at);
    given([registered, replayRequested])
      .when(webhook, { ...replay, from: 7, at })
      .thenEmits([{ ...replayRequested, data: { webhookId, from: 7, nextFrom } }]);
  });
  test('is not replayed while it is disabled', () =>
    given([registered, disabled]).when(webhook, replay).thenRefused('webhook-disabled'));

  test('is disabled', () => given([registered]).when(webhook, disable).thenEmits([disabled]));
  test('is disabled because its receiver is gone', () =>
    given([registered])
      .when(webhook, { type: 'Disable', webhookId, reason: 'gone' })
      .thenEmits([sampleOf(WebhookDisabled, { reason: 'gone' })]));
  test.each([
    ['once', [registered, disabled]],
    ['not once it is removed', [registered, removed]],
    ['not before it is there', []],
  ])('is disabled %s', (_, events) => given(events).when(webhook, disable).thenNothing());

  test('is enabled again', () => given([registered, disabled]).when(webhook, enable).thenEmits([enabled]));
  test('is enabled once', () => given([registered, disabled, enabled]).when(webhook, enable).thenNothing());
  test('can be disabled again', () =>
    given([registered, disabled, enabled]).when(webhook, disable).thenEmits([disabled]));
});

describe.each([remove, rotate, replay, enable])('$type', (command) => {
  test('is for its owner alone', () =>
    given([registered])
      .when(webhook, { ...command, ownerId: stranger } as WebhookCommand)
      .thenRefused('webhook-not-found'));
  test('is refused where there is none', () => given([]).when(webhook, command).thenRefused('webhook-not-found'));
});

test.each([rotate, replay, enable])('$type of a removed one is refused', (command) =>
  given([registered, removed]).when(webhook, command).thenRefused('webhook-not-found'),
);

describe('what signs', () => {
  const signing = (at: string, ...events: Parameters<typeof stateOf>[1][number][]) => {
    const state = stateOf(webhook, events);
    return state && signingAt(at, state);
  };

  test('is its secret', () => expect(signing(NOW, registered)).toEqual([secretId]));
  test('is both, for a day after a new one', () =>
    expect(signing(later(86_399), registered, rotated)).toEqual([nextSecretId, secretId]));
  test('is the new one alone after that', () =>
    expect(signing(previousUntil, registered, rotated)).toEqual([nextSecretId]));
  test('is never one from before the one before', () => {
    const thirdId = nextSecretId.replace(/2$/, '3');
    const again = { ...rotated, data: { ...rotated.data, secretId: thirdId } };
    expect(signing(NOW, registered, rotated, again)).toEqual([thirdId, nextSecretId]);
  });
});
