import type { Decider } from '@boxoffice/common';
import { type UserEvent, UserSignedUp, userEvents } from '@boxoffice/contracts';

export interface UserState {
  readonly exists: boolean;
}

/** A user's account: what is known of it without knowing the person. */
export const user: Decider<UserState, { userId: string }, UserEvent> = {
  events: userEvents,

  initial: { exists: false },

  decide({ userId }, { exists }) {
    return exists ? [] : [UserSignedUp.of({ userId })];
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'UserSignedUp':
        return { exists: true };
    }
  },
};
