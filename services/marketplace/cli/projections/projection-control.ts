import { type Control, controlOf, type Decider, type Quarantined, skip } from '@boxoffice/common';
import {
  EventSkipped,
  KeyRetried,
  type ProjectionEvent,
  ProjectionPaused,
  ProjectionRebuilt,
  ProjectionResumed,
  ProjectionSwitched,
} from '@boxoffice/contracts';
import { RefusedError } from '../refused-error.ts';

/** What an operator wants of one version of a projection. `quarantine` is what is in it at the moment. */
export type ProjectionCommand =
  | { type: 'Pause' }
  | { type: 'Resume' }
  | { type: 'Retry'; key: string; quarantine: readonly Quarantined[] }
  | { type: 'Skip'; key: string; reason: string; quarantine: readonly Quarantined[] }
  | { type: 'RecordRebuild'; generation: string; position: number; documents: number }
  | { type: 'RecordSwitch'; from: string; to: string };

/** Decides what is written on a projection's own stream, in the name of one of its versions. */
export function projectionControl(
  projection: string,
  version: number,
): Decider<Control, ProjectionCommand, ProjectionEvent> {
  const of = { projection, version };
  return {
    ...controlOf(version),
    decide(command, { paused, skipped }) {
      switch (command.type) {
        case 'Pause':
          return paused ? [] : [ProjectionPaused.of({ projection })];
        case 'Resume':
          return paused ? [ProjectionResumed.of({ projection })] : [];
        case 'Retry': {
          const { key } = stuck(projection, command);
          return [KeyRetried.of({ ...of, key })];
        }
        case 'Skip': {
          const { key, position } = stuck(projection, command);
          const { reason } = command;
          return skipped.has(skip(position, key)) ? [] : [EventSkipped.of({ ...of, key, position, reason })];
        }
        case 'RecordRebuild': {
          const { generation, position, documents } = command;
          return [ProjectionRebuilt.of({ ...of, generation, position, documents })];
        }
        case 'RecordSwitch': {
          const { from, to } = command;
          return from === to ? [] : [ProjectionSwitched.of({ ...of, from, to })];
        }
      }
    },
  };
}

function stuck(
  projection: string,
  { key, quarantine }: { key: string; quarantine: readonly Quarantined[] },
): Quarantined {
  const found = quarantine.find((one) => one.key === key);
  if (!found) throw new RefusedError(`${key} is not in the quarantine of ${projection}`);
  return found;
}
