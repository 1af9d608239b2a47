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
import { NotInQuarantine } from '../errors.ts';

/** What an operator wants of one version of a projection. `quarantine` is what is in it at the moment. */
export type ProjectionCommand =
  | { type: 'Pause' }
  | { type: 'Resume' }
  | { type: 'Retry'; keys: readonly string[]; quarantine: readonly Quarantined[] }
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
          const { keys, quarantine } = command;
          return keys.map((key) => KeyRetried.of({ ...of, key: stuck(projection, key, quarantine).key }));
        }
        case 'Skip': {
          const { reason, quarantine } = command;
          const { key, position } = stuck(projection, command.key, quarantine);
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

function stuck(projection: string, key: string, quarantine: readonly Quarantined[]): Quarantined {
  const found = quarantine.find((one) => one.key === key);
  if (!found) throw new NotInQuarantine(key, projection);
  return found;
}
