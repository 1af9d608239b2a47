import { type ProjectionEvent, projectionEvents, streamName } from '@boxoffice/contracts';
import type { StreamType } from '../commands.ts';

/** What operators have said about a projection, up to now. */
export interface Control {
  readonly paused: boolean;
  /** Which events are passed over for which keys: `<position>/<key>`. */
  readonly skipped: ReadonlySet<string>;
}

/** The stream on which operators say it. */
export function controlStream(projection: string): string {
  return streamName(projectionEvents.category, projection);
}

/** How an event that is passed over for a key is written down. */
export function skip(position: number, key: string): string {
  return `${position}/${key}`;
}

/** What is said of one version of a projection: what it passes over, another version may be able to take in. */
export function controlOf(version: number): StreamType<Control, ProjectionEvent> {
  return {
    events: projectionEvents,
    initial: { paused: false, skipped: new Set() },
    evolve(control, event) {
      switch (event.type) {
        case 'ProjectionPaused':
          return { ...control, paused: true };
        case 'ProjectionResumed':
          return { ...control, paused: false };
        case 'EventSkipped': {
          const { version: of, position, key } = event.data;
          return of === version ? { ...control, skipped: new Set([...control.skipped, skip(position, key)]) } : control;
        }
        case 'KeyRetried':
        case 'ProjectionRebuilt':
        case 'ProjectionSwitched':
          return control;
      }
    },
  };
}
