import {
  AheadOfLogError,
  ClientError,
  CorruptCommitError,
  DifferentError,
  PoisonError,
  SupersededError,
} from '@boxoffice/common';

/** What ends an operation by itself and says all in its message. */
const refusals = [ClientError, DifferentError, PoisonError, AheadOfLogError];

/** Why an operation was refused, in words for its operator; nothing for a fault of ours. */
export function reasonOf(error: unknown): string | undefined {
  const { message } = error as Error;
  if (refusals.some((refusal) => error instanceof refusal)) return message;
  if (error instanceof SupersededError) return `${message}: an operator was quicker. Nothing was switched.`;
  if (error instanceof CorruptCommitError) return `${message}. "boxoffice log verify" says more.`;
  if (error instanceof TypeError && message.includes('generation')) return `${message}: another rebuild was quicker`;
  return undefined;
}
