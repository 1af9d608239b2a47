import type { StreamChange } from '@boxoffice/contracts';
import { heardChanges } from './heard-changes.ts';

/** What has happened: these changes, or more than can be told. */
export interface Heard {
  readonly changes: readonly StreamChange[] | undefined;
}

interface ListenOptions {
  readonly query: string;
  readonly after: number | undefined;
  readonly onHeard: (heard: Heard) => void;
}

/** Milliseconds between two looks where the stream cannot be had, and until it is tried again. */
const LOOK_AGAIN = 15_000;

/**
 * Listens to the stream of the market until it is told to stop. A page that is hidden does not: it comes back from where
 * it was. A stream that is refused is replaced by looking again, and tried again.
 */
export function listen({ query, after, onHeard }: ListenOptions): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let position = after;

  function open() {
    close();
    const from = position === undefined ? '' : `&after=${position}`;
    source = new EventSource(`/api/stream?${query}${from}`);
    source.addEventListener('ready', ({ lastEventId }) => move(lastEventId));
    source.addEventListener('changes', ({ data, lastEventId }) => {
      move(lastEventId);
      const changes = heardChanges(data);
      if (changes) void settled(changes).then(() => onHeard({ changes }));
    });
    source.addEventListener('reset', ({ lastEventId }) => {
      move(lastEventId);
      onHeard({ changes: undefined });
    });
    source.addEventListener('error', () => {
      // Otherwise it connects again by itself.
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(() => {
        onHeard({ changes: undefined });
        open();
      }, LOOK_AGAIN);
    });
  }

  function close() {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  }

  function move(id: string) {
    if (/^\d+$/.test(id)) position = Number(id);
  }

  const onVisibility = () => (document.hidden ? close() : open());
  document.addEventListener('visibilitychange', onVisibility);
  if (!document.hidden) open();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    close();
  };
}

/** Waits until queries show the change: the stream is told of it before the read models are. */
async function settled(changes: readonly StreamChange[]): Promise<void> {
  const last = changes.at(-1);
  if (!last) return;
  const path = last.kind === 'ticket' ? `tickets/${last.ticketId}` : `orders/${last.orderId}`;
  await fetch(`/api/${path}`, { headers: { 'event-position': `${last.position}` } }).catch(() => undefined);
}
