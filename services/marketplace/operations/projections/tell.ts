import { type AnyProjection, type CommandContext, handle, type Outcome } from '@boxoffice/common';
import type { Operating } from '../operating.ts';
import { type ProjectionCommand, projectionControl } from './projection-control.ts';

/** Writes down what an operator wants of a projection. A commit that is missing: it was so already. */
export function tell(
  { log, clock }: Pick<Operating, 'log' | 'clock'>,
  { name, version }: AnyProjection,
  command: ProjectionCommand,
  context: CommandContext,
): Promise<Outcome> {
  const decider = projectionControl(name, version);
  // What has taken its time is written down when it is done.
  return handle(log, { ...context, at: clock.now() }, async (load) => {
    const { state, emit } = await load(decider, name);
    emit(decider.decide(command, state));
  });
}
