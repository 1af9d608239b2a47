import type { StreamType } from '@boxoffice/common';
import { type UserEvent, userEvents } from '@boxoffice/contracts';

/** A user as far as webhooks care: whether there is still somebody to be told. */
export const owner: StreamType<{ readonly isForgotten: boolean }, UserEvent> = {
  events: userEvents,

  initial: { isForgotten: false },

  evolve(state, event) {
    switch (event.type) {
      case 'UserForgotten':
        return { isForgotten: true };
      case 'UserSignedUp':
      case 'OperatorAppointed':
      case 'OperatorDismissed':
      case 'UserSessionsEnded':
      case 'UserPasswordChanged':
        return state;
    }
  },
};
