import { type Access, accessModel, type SessionAccess, streamName, type UserAccess } from '@boxoffice/contracts';
import type { Document, ReadModels } from '../read-models/read-models.ts';
import type { SessionOptions } from './session.ts';

/**
 * Asks the read model what a session may do. One that is not in it yet has just begun: it was signed by us, and what
 * ends it comes after it in the log.
 */
export function accessIn(readModels: ReadModels): SessionOptions['accessOf'] {
  const access = readModels.reader<Access>(accessModel);
  return async ({ userId, sessionId }) => {
    const ids = { session: streamName('session', sessionId), user: streamName('user', userId) };
    const found = await access.find({ _id: { $in: Object.values(ids) } });
    const session = found.find(({ _id }) => _id === ids.session) as Document<SessionAccess> | undefined;
    const user = found.find(({ _id }) => _id === ids.user) as Document<UserAccess> | undefined;
    if (user?.isForgotten || session?.endedAt !== undefined) return undefined;
    if (session && user && session.began < user.sessionsFrom) return undefined;
    return { isOperator: user?.isOperator ?? false };
  };
}
