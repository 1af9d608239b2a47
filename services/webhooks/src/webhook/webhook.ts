import type { Decider } from '@boxoffice/common';
import {
  WebhookDisabled,
  type WebhookDisabledReason,
  WebhookEnabled,
  type WebhookEvent,
  WebhookRegistered,
  WebhookRemoved,
  WebhookReplayRequested,
  WebhookSecretRotated,
  type WebhookTopic,
  webhookEvents,
} from '@boxoffice/contracts';
import { ReplayTooSoon, WebhookIsDisabled, WebhookNotFound } from './errors.ts';

/** A webhook; nothing before it is registered. */
export type WebhookState =
  | undefined
  | {
      readonly ownerId: string;
      readonly url: string;
      readonly topics: readonly WebhookTopic[];
      readonly status: 'enabled' | 'disabled' | 'removed';
      readonly secretId: string;
      /** The secret before, and until when it signs as well. */
      readonly previous?: { readonly secretId: string; readonly until: string };
      readonly nextReplayFrom?: string;
    };

export type WebhookCommand = { readonly webhookId: string } & (
  | {
      readonly type: 'Register';
      readonly ownerId: string;
      readonly url: string;
      readonly topics: WebhookTopic[];
      readonly secretId: string;
    }
  | { readonly type: 'Remove'; readonly ownerId: string }
  | { readonly type: 'RotateSecret'; readonly ownerId: string; readonly secretId: string; readonly at: string }
  | { readonly type: 'Replay'; readonly ownerId: string; readonly from: number; readonly at: string }
  | { readonly type: 'Enable'; readonly ownerId: string }
  | { readonly type: 'Disable'; readonly reason: WebhookDisabledReason }
);

/** Milliseconds for which the secret before signs as well: time to give the new one to the receiver. */
const OVERLAP = 24 * 60 * 60 * 1000;
const BETWEEN_REPLAYS = 60_000;

/** A webhook as its owner, and whoever sends to it, deal with it. */
export const webhook: Decider<WebhookState, WebhookCommand, WebhookEvent> = {
  events: webhookEvents,

  initial: undefined,

  decide(command, state) {
    const { webhookId } = command;
    switch (command.type) {
      case 'Register': {
        const { type: _, ...registered } = command;
        return state ? [] : [WebhookRegistered.of(registered)];
      }
      case 'Remove':
        if (state?.ownerId !== command.ownerId) throw new WebhookNotFound();
        return state.status === 'removed' ? [] : [WebhookRemoved.of({ webhookId, ownerId: state.ownerId })];
      case 'RotateSecret': {
        ownedBy(command.ownerId, state);
        const { secretId, at } = command;
        return [WebhookSecretRotated.of({ webhookId, secretId, previousUntil: after(at, OVERLAP) })];
      }
      case 'Replay': {
        const { status, nextReplayFrom = '' } = ownedBy(command.ownerId, state);
        const { from, at } = command;
        if (status === 'disabled') throw new WebhookIsDisabled();
        if (at < nextReplayFrom)
          throw new ReplayTooSoon(Math.ceil((Date.parse(nextReplayFrom) - Date.parse(at)) / 1000));
        return [WebhookReplayRequested.of({ webhookId, from, nextFrom: after(at, BETWEEN_REPLAYS) })];
      }
      case 'Enable':
        return ownedBy(command.ownerId, state).status === 'enabled' ? [] : [WebhookEnabled.of({ webhookId })];
      case 'Disable':
        return state?.status === 'enabled' ? [WebhookDisabled.of({ webhookId, reason: command.reason })] : [];
    }
  },

  evolve(state, event) {
    if (event.type === 'WebhookRegistered') {
      const { ownerId, url, topics, secretId } = event.data;
      return { ownerId, url, topics, secretId, status: 'enabled' };
    }
    if (!state) throw new Error(`${event.type} before WebhookRegistered`);
    switch (event.type) {
      case 'WebhookSecretRotated': {
        const { secretId, previousUntil: until } = event.data;
        // One before, not two: who rotates twice gets rid of a secret at once.
        return { ...state, secretId, previous: { secretId: state.secretId, until } };
      }
      case 'WebhookReplayRequested':
        return { ...state, nextReplayFrom: event.data.nextFrom };
      case 'WebhookDisabled':
        return { ...state, status: 'disabled' };
      case 'WebhookEnabled':
        return { ...state, status: 'enabled' };
      case 'WebhookRemoved':
        return { ...state, status: 'removed' };
    }
  },
};

/**
 * The webhook, if it is there and this person's.
 * @throws {WebhookNotFound}
 */
export function ownedBy(ownerId: string, state: WebhookState): NonNullable<WebhookState> {
  if (state?.ownerId !== ownerId || state.status === 'removed') throw new WebhookNotFound();
  return state;
}

/** The ids of the secrets that sign at a moment, the present one first. */
export function signingAt(at: string, { secretId, previous }: NonNullable<WebhookState>): readonly string[] {
  return previous && at < previous.until ? [secretId, previous.secretId] : [secretId];
}

function after(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}
