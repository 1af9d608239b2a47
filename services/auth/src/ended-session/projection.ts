import type { Projection } from '@boxoffice/common';
import { type SessionEvent, sessionEvents } from '@boxoffice/contracts';

export interface EndedSession {
  readonly endedAt: string;
}

/** The sessions whose cookie is worth nothing any more, by their id. Every service asks it at every request. */
export const endedSessions: Projection<EndedSession, SessionEvent> = {
  name: 'ended-sessions',
  version: 1,
  events: [sessionEvents],
  keys: (event) => (event.type === 'UserSignedOut' ? [event.data.sessionId] : []),
  apply: (_body, { at }) => ({ endedAt: at }),
};
