import { type CommandContext, type EventLog, handle, type Outcome } from '@boxoffice/common';
import { user } from './user.ts';

/** Makes a user an operator, or an operator a user as others are. Nothing happens when they are so already. */
export function changeOperator(
  log: EventLog,
  { type, userId }: { readonly type: 'Appoint' | 'Dismiss'; readonly userId: string },
  context: CommandContext,
): Promise<Outcome> {
  return handle(log, context, async (load) => {
    const account = await load(user, userId);
    account.emit(user.decide({ type, userId }, account.state));
  });
}
