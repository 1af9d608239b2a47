import { z } from 'zod';
import { defineEvent, type EventOf, eventSet } from './event.ts';

/** A projection's name, as its read model has it. */
export const ProjectionName = z.string().regex(/^[a-z][a-z-]{0,63}$/, { error: 'must be the name of a projection' });

/** What an operator says about an event that is passed over. Kept for ever: it must name no person. */
export const SkipReason = z
  .string()
  .trim()
  .min(1, { error: 'must say why' })
  .max(500, { error: 'must be 500 characters or fewer' });

const ofVersion = { projection: ProjectionName, version: z.int().min(1) };
const generation = z.string().min(1).max(128);

/** On `projection-<name>`: it takes nothing in until it is resumed. */
export const ProjectionPaused = defineEvent('ProjectionPaused', 1, { projection: ProjectionName });
export const ProjectionResumed = defineEvent('ProjectionResumed', 1, { projection: ProjectionName });

/** A document that was quarantined is to be folded again from the log. */
export const KeyRetried = defineEvent('KeyRetried', 1, { ...ofVersion, key: z.string().min(1) });
/**
 * This projection, in this version, passes over what the commit at `position` says of this document, now and in every
 * replay.
 */
export const EventSkipped = defineEvent('EventSkipped', 1, {
  ...ofVersion,
  key: z.string().min(1),
  position: z.int().min(1),
  reason: SkipReason,
});

/** A generation of the read model was built from the log, beside the live one. */
export const ProjectionRebuilt = defineEvent('ProjectionRebuilt', 1, {
  ...ofVersion,
  generation,
  position: z.int().min(0),
  documents: z.int().min(0),
});
/** Queries are answered from another generation of the read model from now on. */
export const ProjectionSwitched = defineEvent('ProjectionSwitched', 1, {
  ...ofVersion,
  from: generation,
  to: generation,
});

/** What operators do to projections, on `projection-<name>`. */
export const projectionEvents = eventSet('projection', [
  ProjectionPaused,
  ProjectionResumed,
  KeyRetried,
  EventSkipped,
  ProjectionRebuilt,
  ProjectionSwitched,
]);
export type ProjectionEvent = EventOf<
  | typeof ProjectionPaused
  | typeof ProjectionResumed
  | typeof KeyRetried
  | typeof EventSkipped
  | typeof ProjectionRebuilt
  | typeof ProjectionSwitched
>;
