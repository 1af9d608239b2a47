import { recordedEvents } from '@boxoffice/common';
import {
  type Commit,
  categoryOf,
  type SessionEvent,
  sessionEvents,
  type UserEvent,
  userEvents,
} from '@boxoffice/contracts';

/** What a commit means to sessions, by the names of streams: of one session, or of all that a user had before. */
export interface Sessions {
  readonly begun: readonly string[];
  readonly ended: readonly string[];
}

const effects = {
  UserSignedUp: 'none',
  OperatorAppointed: 'none',
  OperatorDismissed: 'none',
  UserSessionsEnded: 'ended',
  UserPasswordChanged: 'ended',
  UserForgotten: 'ended',
  UserSignedIn: 'begun',
  UserSignedOut: 'ended',
} as const satisfies Record<(SessionEvent | UserEvent)['type'], keyof Sessions | 'none'>;

export function sessionsIn(commit: Commit): Sessions {
  const streams = commit.streams.map(({ id }) => id).filter((id) => ['session', 'user'].includes(categoryOf(id)));
  const touched = streams.flatMap((stream) => effectsOn(stream, commit).map((effect) => ({ stream, effect })));
  const those = (wanted: string) => touched.flatMap(({ stream, effect }) => (effect === wanted ? [stream] : []));
  return { begun: those('begun'), ended: those('ended') };
}

/** What cannot be read counts as an end: whose session goes on is let in again. */
function effectsOn(stream: string, commit: Commit): (keyof Sessions | 'none')[] {
  try {
    const events = commit.events.filter((event) => event.stream === stream);
    return recordedEvents<SessionEvent | UserEvent>({ ...commit, events }, [sessionEvents, userEvents]).map(
      ({ type }) => effects[type],
    );
  } catch {
    return ['ended'];
  }
}
