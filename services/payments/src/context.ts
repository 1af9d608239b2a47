import {
  type Clock,
  type Cursors,
  type EventBus,
  type EventLog,
  type Reacted,
  startReaction,
  type Worker,
} from '@boxoffice/common';
import type { PaymentProvider } from './provider/provider.ts';
import { settlePayments } from './settlement/reaction.ts';

export { paymentCommands as commands, paymentQueries as queries } from './payment/routes.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly bus: EventBus;
  readonly cursors: Cursors;
  readonly clock: Clock;
  readonly provider: PaymentProvider;
  readonly onError: (error: unknown) => void;
  readonly onReacted?: (reacted: Reacted) => void;
}

/** What is done without being asked: payments whose request was cut off are settled. */
export function workers({ log, provider, ...running }: Dependencies): Worker[] {
  return [startReaction({ reaction: settlePayments({ log, provider }), log, ...running })];
}
