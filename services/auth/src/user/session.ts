import type { Decider } from '@boxoffice/common';
import { type SessionEvent, sessionEvents, UserSignedIn, UserSignedOut } from '@boxoffice/contracts';

export interface SessionState {
  /** Whose it is; nobody's before it began. */
  readonly userId: string | undefined;
  readonly isOpen: boolean;
}

export interface SessionCommand {
  readonly type: 'Begin' | 'End';
  readonly userId: string;
  readonly sessionId: string;
}

/** One session of a user, from signing in to signing out. */
export const session: Decider<SessionState, SessionCommand, SessionEvent> = {
  events: sessionEvents,

  initial: { userId: undefined, isOpen: false },

  decide({ type, userId, sessionId }, state) {
    switch (type) {
      case 'Begin':
        return state.userId === undefined ? [UserSignedIn.of({ userId, sessionId })] : [];
      case 'End':
        return state.isOpen && state.userId === userId ? [UserSignedOut.of({ userId, sessionId })] : [];
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'UserSignedIn':
        return { userId: event.data.userId, isOpen: true };
      case 'UserSignedOut':
        return { ...state, isOpen: false };
    }
  },
};
