import { createHmac } from 'node:crypto';
import { ClientError, type Decider, type EventLog, fold } from '@boxoffice/common';
import { EmailClaimed, type EmailEvent, EmailReleased, emailEvents, streamName } from '@boxoffice/contracts';

/** 409: the address belongs to an account. */
export class EmailTaken extends ClientError {
  constructor() {
    super('email-taken', 'There is an account with this address: sign in', {
      errors: [{ field: 'email', message: 'has an account already' }],
    });
  }
}

export interface EmailClaimState {
  readonly userId: string | undefined;
}

export interface EmailClaimCommand {
  readonly type: 'Claim' | 'Release';
  readonly userId: string;
}

/** Whose an address is. Two who claim it at once want the same next revision of its stream: one gets it. */
export const emailClaim: Decider<EmailClaimState, EmailClaimCommand, EmailEvent> = {
  events: emailEvents,

  initial: { userId: undefined },

  decide({ type, userId }, state) {
    switch (type) {
      case 'Claim':
        if (state.userId === undefined) return [EmailClaimed.of({ userId })];
        if (state.userId === userId) return [];
        throw new EmailTaken();
      case 'Release':
        return state.userId === userId ? [EmailReleased.of({ userId })] : [];
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'EmailClaimed':
        return { userId: event.data.userId };
      case 'EmailReleased':
        return { userId: undefined };
    }
  },
};

/** The stream's id for an address: keyed, so that the log cannot be searched for addresses by guessing them. */
export function emailStreamId(email: string, key: string): string {
  return createHmac('sha256', key).update(email.normalize('NFC').toLowerCase()).digest('hex');
}

/** Whose an address is; nobody's without an account. */
export async function userWithEmail(log: EventLog, email: string, emailKey: string): Promise<string | undefined> {
  const { state } = await fold(log, emailClaim, streamName('email', emailStreamId(email, emailKey)));
  return state.userId;
}
