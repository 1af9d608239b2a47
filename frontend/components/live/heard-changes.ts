import type { StreamChange } from '@boxoffice/contracts';

/**
 * The changes that a message of the stream tells of. Looked at by hand: the contracts' parser would be a fifth of all that
 * the page loads, and what comes of a change is only that the page is asked for again.
 */
export function heardChanges(data: string): readonly StreamChange[] | undefined {
  const changes: unknown = JSON.parse(data);
  return Array.isArray(changes) && changes.every(isChange) ? changes : undefined;
}

function isChange(change: unknown): change is StreamChange {
  if (typeof change !== 'object' || change === null || !('kind' in change)) return false;
  if (!('position' in change) || typeof change.position !== 'number') return false;
  if (!('status' in change) || typeof change.status !== 'string') return false;
  if (change.kind === 'ticket') return 'ticketId' in change && isId(change.ticketId);
  return change.kind === 'order' && 'orderId' in change && isId(change.orderId);
}

/** They become part of an address. */
function isId(id: unknown): boolean {
  return typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id);
}
