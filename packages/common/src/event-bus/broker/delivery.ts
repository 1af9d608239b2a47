import { Commit } from '@boxoffice/contracts';
import type { Deliver } from './session.ts';

/** Hands what a broker delivers to a handler. What is not a commit is reported and dropped: the log has the truth. */
export function delivery(
  handler: (commit: Commit) => Promise<void> | void,
  onError: (error: unknown) => void,
  onRedelivered: () => void,
): Deliver {
  return async (data, isRedelivered) => {
    if (isRedelivered) onRedelivered();
    const commit = parse(data, onError);
    if (!commit) return true;
    try {
      await handler(commit);
      return true;
    } catch (error) {
      onError(error);
      return false;
    }
  };
}

function parse(data: string, onError: (error: unknown) => void): Commit | undefined {
  try {
    return Commit.parse(JSON.parse(data));
  } catch (cause) {
    onError(new Error('what came over the bus is not a commit', { cause }));
    return undefined;
  }
}
