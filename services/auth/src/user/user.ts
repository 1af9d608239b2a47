import type { Decider } from '@boxoffice/common';
import { type UserEvent, UserSignedIn, UserSignedOut, UserSignedUp, userEvents } from '@boxoffice/contracts';

export interface UserState {
  readonly exists: boolean;
  /** The sessions that have begun and not ended. */
  readonly sessions: readonly string[];
}

export type UserCommand =
  | { type: 'SignUp'; userId: string; sessionId: string }
  | { type: 'SignIn'; userId: string; sessionId: string }
  | { type: 'SignOut'; userId: string; sessionId: string };

/** A user's account: what is known of it without knowing the person. */
export const user: Decider<UserState, UserCommand, UserEvent> = {
  events: userEvents,

  initial: { exists: false, sessions: [] },

  decide({ type, userId, sessionId }, { exists, sessions }) {
    switch (type) {
      case 'SignUp':
        return exists ? [] : [UserSignedUp.of({ userId }), UserSignedIn.of({ userId, sessionId })];
      case 'SignIn':
        return sessions.includes(sessionId) ? [] : [UserSignedIn.of({ userId, sessionId })];
      case 'SignOut':
        return sessions.includes(sessionId) ? [UserSignedOut.of({ userId, sessionId })] : [];
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'UserSignedUp':
        return { ...state, exists: true };
      case 'UserSignedIn':
        return { ...state, sessions: [...state.sessions, event.data.sessionId] };
      case 'UserSignedOut':
        return { ...state, sessions: state.sessions.filter((session) => session !== event.data.sessionId) };
    }
  },
};
