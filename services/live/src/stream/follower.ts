import type { EventStream, Session } from '@boxoffice/common/http';
import type { StreamChange } from '@boxoffice/contracts';
import type { News } from '../change/news.ts';

/** What a client is told of. */
export interface Followed {
  readonly tickets: ReadonlySet<string>;
  /** Whose orders and listings, beside the tickets. */
  readonly userId?: string | undefined;
  /** The session that it was asked in: when that ends, so does the connection. */
  readonly session?: Session | undefined;
}

/** A client that is being told. */
export interface Follower extends Followed {
  readonly stream: EventStream;
  /** By the clock of this process, in milliseconds. */
  readonly since: number;
  /** Of all up to here it has been told. */
  position: number;
}

/** Tells a client of a commit, if it has not been told and there is something in it for this client. */
export function tell(follower: Follower, news: News): 'changes' | 'reset' | undefined {
  const { position } = news;
  if (position <= follower.position) return undefined;
  follower.position = position;
  const changes = changesFor(follower, news);
  if (changes.length === 0) return undefined;
  const known = changes.filter((change) => change !== undefined);
  // Something has happened that this build cannot tell.
  if (known.length < changes.length) return sendReset(follower);
  follower.stream.send({ id: position, event: 'changes', data: known });
  return 'changes';
}

/** Tells a client that what was before its position cannot be told. */
export function sendReset({ stream, position }: Follower): 'reset' {
  stream.send({ id: position, event: 'reset', data: { position } });
  return 'reset';
}

function changesFor({ tickets, userId }: Followed, news: News): (StreamChange | undefined)[] {
  const own = (userId !== undefined && news.people.get(userId)) || [];
  const others = [...news.tickets].filter(([id, change]) => tickets.has(id) && !own.includes(change));
  return [...own, ...others.map(([, change]) => change)];
}
