import {
  type AnyProjection,
  type Cursors,
  type EventBus,
  periodically,
  startReaction,
  type Worker,
} from '@boxoffice/common';
import { mailsForgotten } from './forgetting/forget-mails.ts';
import { takeNotice } from './notice/take-notice.ts';
import { mailsSent, type SendDependencies } from './sending/send-mails.ts';

export { mailboxQueries as queries } from './mailbox/routes.ts';

/** What the log is folded into here: nothing. */
export const projections: readonly AnyProjection[] = [];

interface Dependencies extends SendDependencies {
  readonly bus: EventBus;
  readonly cursors: Cursors;
}

/** How often it is asked which mails are to be sent, in milliseconds. */
const INTERVAL = 500;

/** What is done without being asked: who is to be told of an event is put down, and told. */
export function workers(parts: Dependencies): Worker[] {
  const { cursors, onError } = parts;
  return [
    startReaction({ ...parts, reaction: takeNotice(parts) }),
    startReaction({ ...parts, reaction: mailsForgotten(parts) }),
    periodically({ name: 'send-mails', intervalMs: INTERVAL, cursors, onError, work: mailsSent(parts) }),
  ];
}
