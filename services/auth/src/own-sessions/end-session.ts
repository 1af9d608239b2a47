import { ClientError, type CommandContext, type EventLog, handle, type Outcome } from '@boxoffice/common';
import type { Session } from '@boxoffice/common/http';
import { session } from '../user/session.ts';
import { user } from '../user/user.ts';

/** 404: no session has this id, or it is another user's: the answer is the same. */
export class SessionNotFound extends ClientError {
  constructor() {
    super('session-not-found', 'You have no session with this id');
  }
}

/**
 * Ends one session of a user.
 * @throws {SessionNotFound} it is not theirs
 */
export function endSession(log: EventLog, { userId, sessionId }: Session, context: CommandContext): Promise<Outcome> {
  return handle(log, context, async (load) => {
    const present = await load(session, sessionId);
    if (present.state.userId !== userId) throw new SessionNotFound();
    present.emit(session.decide({ type: 'End', userId, sessionId }, present.state));
  });
}

/** Ends all sessions of a user, by one event: those that nobody has heard of yet as well. */
export function endSessions(log: EventLog, userId: string, context: CommandContext): Promise<Outcome> {
  return handle(log, context, async (load) => {
    const account = await load(user, userId);
    account.emit(user.decide({ type: 'EndSessions', userId }, account.state));
  });
}
