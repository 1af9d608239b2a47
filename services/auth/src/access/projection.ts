import type { Projection, Recorded } from '@boxoffice/common';
import {
  type Access,
  accessModel,
  type SessionEvent,
  sessionEvents,
  streamName,
  type UserAccess,
  type UserEvent,
  userEvents,
} from '@boxoffice/contracts';

/** What every service must know of those who ask: which sessions have ended, and who is an operator. */
export const access: Projection<Access, SessionEvent | UserEvent> = {
  ...accessModel,
  events: [sessionEvents, userEvents],

  keys(event) {
    switch (event.type) {
      case 'UserSignedIn':
      case 'UserSignedOut':
        return [streamName('session', event.data.sessionId)];
      case 'OperatorAppointed':
      case 'OperatorDismissed':
      case 'UserSessionsEnded':
      case 'UserPasswordChanged':
      case 'UserForgotten':
        return [streamName('user', event.data.userId)];
      case 'UserSignedUp':
        return [];
    }
  },

  apply(body, event) {
    switch (event.type) {
      case 'UserSignedIn':
        return { userId: event.data.userId, startedAt: event.at, began: event.position };
      case 'UserSignedOut':
        return { ...sessionOf(body, event), endedAt: event.at };
      case 'OperatorAppointed':
        return { ...userOf(body), isOperator: true };
      case 'OperatorDismissed':
        return { ...userOf(body), isOperator: false };
      case 'UserSessionsEnded':
      case 'UserPasswordChanged':
        return { ...userOf(body), sessionsFrom: event.position };
      case 'UserForgotten':
        return { ...userOf(body), isOperator: false, isForgotten: true };
      case 'UserSignedUp':
        return body;
    }
  },
};

function sessionOf(body: Access | undefined, { type }: Recorded<SessionEvent>) {
  if (!body || !('startedAt' in body)) throw new Error(`${type} before UserSignedIn`);
  return body;
}

function userOf(body: Access | undefined): UserAccess {
  return body && 'isOperator' in body ? body : { isOperator: false, sessionsFrom: 0 };
}
