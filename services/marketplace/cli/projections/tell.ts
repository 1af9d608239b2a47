import { type AnyProjection, handle, type Outcome, systemClock } from '@boxoffice/common';
import type { Session } from '../session.ts';
import { type ProjectionCommand, projectionControl } from './projection-control.ts';

/** Writes down what an operator wants of a projection. A commit that is missing: it was so already. */
export function tell(session: Session, { name, version }: AnyProjection, command: ProjectionCommand): Promise<Outcome> {
  const { log, context } = session;
  const decider = projectionControl(name, version);
  // One command line may write several times: each has a name and a time of its own.
  const own = { ...context, commandId: `operator:${crypto.randomUUID()}`, at: systemClock.now() };
  return handle(log, own, async (load) => {
    const { state, emit } = await load(decider, name);
    emit(decider.decide(command, state));
  });
}
