import type { Projection, Recorded } from '@boxoffice/common';
import {
  type Access,
  accessModel,
  type SessionEvent,
  sessionEvents,
  streamName,
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
        return [streamName('user', event.data.userId)];
      case 'UserSignedUp':
        return [];
    }
  },

  apply(body, event) {
    switch (event.type) {
      case 'UserSignedIn':
        return { userId: event.data.userId, startedAt: event.at };
      case 'UserSignedOut':
        return { ...sessionOf(body, event), endedAt: event.at };
      case 'OperatorAppointed':
        return { isOperator: true };
      case 'OperatorDismissed':
        return { isOperator: false };
      case 'UserSignedUp':
        return body;
    }
  },
};

function sessionOf(body: Access | undefined, { type }: Recorded<SessionEvent>) {
  if (!body || !('startedAt' in body)) throw new Error(`${type} before UserSignedIn`);
  return body;
}
