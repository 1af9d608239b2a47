import { inProcessEventBus } from '../event-bus/in-process.ts';
import { startRelay, volatileCursor } from '../event-bus/relay.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { startProjector } from '../projections/projector.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import type { totals } from './counter.ts';

/** A projector at work, with a relay and a bus of its own, that notes its errors. */
export function projecting(projection: typeof totals, { log, readModels }: { log: EventLog; readModels: ReadModels }) {
  const stack = new AsyncDisposableStack();
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const bus = stack.use(inProcessEventBus());
  const projector = stack.use(startProjector({ projection, log, bus, readModels, onError, pollMs: 20 }));
  stack.use(startRelay({ log, bus, take: async () => volatileCursor(0), onError, pollMs: 20 }));
  return { errors, projector, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}
