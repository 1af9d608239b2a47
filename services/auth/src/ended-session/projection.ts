import type { Projection } from '@boxoffice/common';
import { type EndedSession, endedSessionsModel, type SessionEvent, sessionEvents } from '@boxoffice/contracts';

/** The sessions whose cookie is worth nothing any more, by their id. */
export const endedSessions: Projection<EndedSession, SessionEvent> = {
  ...endedSessionsModel,
  events: [sessionEvents],
  keys: (event) => (event.type === 'UserSignedOut' ? [event.data.sessionId] : []),
  apply: (_body, { at }) => ({ endedAt: at }),
};
