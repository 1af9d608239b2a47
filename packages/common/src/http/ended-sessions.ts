import { type EndedSession, endedSessionsModel } from '@boxoffice/contracts';
import type { ReadModels } from '../read-models/read-models.ts';
import type { SessionOptions } from './session.ts';

/** Asks the read model whether a session has ended. */
export function endedIn(readModels: ReadModels): SessionOptions['isEnded'] {
  const ended = readModels.reader<EndedSession>(endedSessionsModel);
  return async (sessionId) => (await ended.get(sessionId)) !== undefined;
}
