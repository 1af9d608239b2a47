import type { Document, ReadModel } from '@boxoffice/common';
import { SESSION_LIFE } from '@boxoffice/common/http';
import { type Access, type SessionAccess, type SessionView, streamName, type UserAccess } from '@boxoffice/contracts';

const MOST = 100;

/** The sessions of a user that have neither been ended nor run out, the newest first. */
export async function openSessions(
  access: ReadModel<Access>,
  userId: string,
  now: string,
): Promise<Omit<SessionView, 'current'>[]> {
  const user = (await access.get(streamName('user', userId))) as UserAccess | undefined;
  const isOpen = {
    startedAt: { $gt: after(now, -SESSION_LIFE) },
    endedAt: { $exists: false },
    began: { $gte: user?.sessionsFrom ?? 0 },
  };
  const found = await access.find({ userId, ...isOpen }, { sort: { startedAt: -1, _id: 1 }, limit: MOST });
  return (found as Document<SessionAccess>[]).map(({ _id, startedAt }) => ({
    id: _id.slice('session-'.length),
    startedAt,
    expiresAt: after(startedAt, SESSION_LIFE),
  }));
}

function after(moment: string, seconds: number): string {
  return new Date(Date.parse(moment) + seconds * 1000).toISOString();
}
