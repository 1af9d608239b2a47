import type { Event, EventSet } from '@boxoffice/contracts';
import type { ReadModelDefinition } from '../read-models/read-models.ts';
import type { Recorded } from '../recorded.ts';

/**
 * A fold of events into documents, one document a key. Pure: no clock, no I/O, nothing from outside, so that any
 * replay gives the same bytes.
 */
export interface Projection<Body, E extends Event> extends ReadModelDefinition {
  /** The streams it reads. */
  readonly events: readonly EventSet<E>[];
  /** The documents that an event touches. */
  keys(event: E): readonly string[];
  /** The next body of the document of `key`; `undefined` for no document. */
  apply(body: Body | undefined, event: Recorded<E>, key: string): Body | undefined;
}

/** What a projection cannot take in. It stops there; nothing is skipped. */
export class PoisonError extends Error {
  readonly position: number;

  constructor(projection: string, position: number, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`projection ${projection} cannot take in position ${position}: ${reason}`, { cause });
    this.name = 'PoisonError';
    this.position = position;
  }
}

/** What a version of a projection is called. */
export function versionName({ name, version }: ReadModelDefinition): string {
  return `${name}@${version}`;
}

/** What a build of a version is called: the first as the version itself. */
export function generationName(definition: ReadModelDefinition, number: number): string {
  return number === 1 ? versionName(definition) : `${versionName(definition)}.${number}`;
}
