import type { Decider } from '@boxoffice/common';
import {
  OperatorAppointed,
  OperatorDismissed,
  type UserEvent,
  UserForgotten,
  UserPasswordChanged,
  UserSessionsEnded,
  UserSignedUp,
  userEvents,
} from '@boxoffice/contracts';
import { UserNotFound } from './errors.ts';

export interface UserState {
  readonly exists: boolean;
  /** It was there once. */
  readonly isForgotten: boolean;
  readonly isOperator: boolean;
  /** How often all sessions that there were have been ended at once. */
  readonly endings: number;
}

export interface UserCommand {
  readonly type: 'SignUp' | 'Appoint' | 'Dismiss' | 'EndSessions' | 'ChangePassword' | 'Forget';
  readonly userId: string;
}

/** A user's account: what is known of it without knowing the person. */
export const user: Decider<UserState, UserCommand, UserEvent> = {
  events: userEvents,

  initial: { exists: false, isForgotten: false, isOperator: false, endings: 0 },

  decide({ type, userId }, { exists, isForgotten, isOperator }) {
    if (type === 'SignUp') return exists ? [] : [UserSignedUp.of({ userId })];
    if (type === 'Forget' && isForgotten) return [];
    if (!exists) throw new UserNotFound();
    switch (type) {
      case 'Appoint':
        return isOperator ? [] : [OperatorAppointed.of({ userId })];
      case 'Dismiss':
        return isOperator ? [OperatorDismissed.of({ userId })] : [];
      case 'EndSessions':
        return [UserSessionsEnded.of({ userId })];
      case 'ChangePassword':
        return [UserPasswordChanged.of({ userId })];
      case 'Forget':
        return [UserForgotten.of({ userId })];
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'UserSignedUp':
        return { ...state, exists: true };
      case 'OperatorAppointed':
        return { ...state, isOperator: true };
      case 'OperatorDismissed':
        return { ...state, isOperator: false };
      case 'UserSessionsEnded':
      case 'UserPasswordChanged':
        return { ...state, endings: state.endings + 1 };
      case 'UserForgotten':
        return { exists: false, isForgotten: true, isOperator: false, endings: state.endings + 1 };
    }
  },
};
