import type { Session } from '@boxoffice/common/http';
import { streamName } from '@boxoffice/contracts';
import type { News } from '../change/news.ts';
import type { Follower } from './follower.ts';

/** All clients that are being told, found by what concerns them. */
export function followersIndex() {
  const all = new Set<Follower>();
  const byTicket = new Map<string, Set<Follower>>();
  const byUser = new Map<string, Set<Follower>>();
  const bySession = new Map<string, Set<Follower>>();

  function placesOf({ tickets, userId, session }: Follower): [Map<string, Set<Follower>>, string][] {
    return [
      ...[...tickets].map((id) => [byTicket, id] as [typeof byTicket, string]),
      ...(userId === undefined ? [] : [[byUser, userId] as [typeof byUser, string]]),
      ...sessionStreams(session).map((stream) => [bySession, stream] as [typeof bySession, string]),
    ];
  }

  return {
    all: all as ReadonlySet<Follower>,
    add(follower: Follower): void {
      all.add(follower);
      for (const [index, key] of placesOf(follower)) index.set(key, (index.get(key) ?? new Set()).add(follower));
    },
    remove(follower: Follower): void {
      all.delete(follower);
      for (const [index, key] of placesOf(follower)) {
        index.get(key)?.delete(follower);
        if (index.get(key)?.size === 0) index.delete(key);
      }
    },
    /** Those who are to be told of a commit, each once. */
    concerned({ tickets, people }: News): Set<Follower> {
      const found = new Set<Follower>();
      for (const [index, keys] of [[byTicket, tickets.keys()] as const, [byUser, people.keys()] as const])
        for (const key of keys) for (const follower of index.get(key) ?? []) found.add(follower);
      return found;
    },
    /** Those who have asked in a session, or in any of a user, by the name of its stream. */
    inSession: (stream: string): Follower[] => [...(bySession.get(stream) ?? [])],
  };
}

function sessionStreams(session: Session | undefined): string[] {
  return session ? [streamName('session', session.sessionId), streamName('user', session.userId)] : [];
}
