import { z } from 'zod';

/** An event as a decider makes it: what happened, in the words of its contract. */
export interface Event<Type extends string = string, Version extends number = number, Data = unknown> {
  readonly type: Type;
  readonly version: Version;
  readonly data: Data;
}

/**
 * The contract of one version of one event. Stored events are for ever: a contract that has been released is
 * never edited, a change of shape is a new version beside it.
 */
export interface EventContract<Type extends string, Version extends number, Schema extends z.ZodType> {
  readonly type: Type;
  readonly version: Version;
  readonly schema: Schema;
  /** Makes the event. The data is checked when it is appended, not here. */
  of(data: z.output<Schema>): Event<Type, Version, z.output<Schema>>;
}

/** The event type that a contract describes. */
export type EventOf<Contract> =
  Contract extends EventContract<infer Type, infer Version, infer Schema>
    ? Event<Type, Version, z.output<Schema>>
    : never;

/** The events that one category of streams may hold: `ticket` names the streams `ticket-<id>`. */
export interface EventSet<E extends Event> {
  readonly category: string;
  readonly contracts: readonly EventContract<string, number, z.ZodType>[];
  /**
   * Parses what was stored.
   * @throws {UnknownEventError} the type or the version is not in this set
   * @throws {z.ZodError} the data does not satisfy the contract
   */
  parse(stored: Event): E;
}

/** A stored event whose type or version this build does not know. Never skipped: skipping would lose it. */
export class UnknownEventError extends Error {
  readonly type: string;
  readonly version: number;

  constructor(category: string, stored: Event) {
    super(`${stored.type} version ${stored.version} is not an event of the ${category} streams known to this build`);
    this.name = 'UnknownEventError';
    this.type = stored.type;
    this.version = stored.version;
  }
}

/** Declares one version of one event. */
export function defineEvent<const Type extends string, const Version extends number, Shape extends z.core.$ZodShape>(
  type: Type,
  version: Version,
  shape: Shape,
): EventContract<Type, Version, z.ZodObject<Shape, z.core.$strict>> {
  return { type, version, schema: z.strictObject(shape), of: (data) => ({ type, version, data }) };
}

/** Declares which events a category of streams holds. */
export function eventSet<const Contracts extends readonly EventContract<string, number, z.ZodType>[]>(
  category: string,
  contracts: Contracts,
): EventSet<EventOf<Contracts[number]>> {
  type E = EventOf<Contracts[number]>;
  const known = new Map(contracts.map((contract) => [`${contract.type}@${contract.version}`, contract]));
  return {
    category,
    contracts,
    parse(stored) {
      const contract = known.get(`${stored.type}@${stored.version}`);
      if (!contract) throw new UnknownEventError(category, stored);
      return { ...stored, data: contract.schema.parse(stored.data) } as E;
    },
  };
}
