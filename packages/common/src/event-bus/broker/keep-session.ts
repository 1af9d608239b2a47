import { startWorker } from '../../worker.ts';
import { orAborted } from './or-aborted.ts';
import type { Session } from './session.ts';

/** A session that is opened again, a fresh one, whenever it is lost. */
export interface KeptSession extends AsyncDisposable {
  /** The session there is now, if there is one. */
  present(): Session | undefined;
  /** The session there is, or the next one. */
  next(): Promise<Session>;
}

/** Opens a session and keeps it open: after a failure or a loss it tries again, without end. */
export function keepSession(
  broker: string,
  open: () => Promise<Session>,
  onError: (error: unknown) => void,
  onLost: () => void,
): KeptSession {
  let present: Session | undefined;
  let opened = Promise.withResolvers<Session>();

  const worker = startWorker(`the session with ${broker}`, onError, async (signal) => {
    await using session = await open();
    present = session;
    opened.resolve(session);
    const fault = await orAborted(session.lost, signal);
    present = undefined;
    opened = Promise.withResolvers();
    if (!fault) return;
    onLost();
    throw fault;
  });

  return {
    present: () => present,
    next: () => opened.promise,
    [Symbol.asyncDispose]: () => worker[Symbol.asyncDispose](),
  };
}
