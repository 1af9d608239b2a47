import type { ErrorCode, Event } from '@boxoffice/contracts';
import { expect } from 'vitest';
import type { Decider, StreamType } from '../commands.ts';
import { ClientError } from '../errors.ts';

/**
 * Given what happened on a stream, when a command comes, then events follow, or none, or it is refused:
 * `given([listed]).when(ticket, { type: 'Withdraw', … }).thenEmits([withdrawn])`.
 *
 * What a decider is given is frozen: one that changes it fails.
 */
export function given(events: readonly Event[]) {
  return {
    when<State, Command, E extends Event>(decider: Decider<State, Command, E>, command: Command) {
      const state = stateOf(decider, events);
      const decide = () => decider.decide(frozen(command), state);
      return {
        /** These events, each as its contract has it. */
        thenEmits(expected: readonly Event[]): void {
          expect(decide().map((event) => decider.events.parse(event))).toEqual(expected);
        },
        /** It is so already. */
        thenNothing(): void {
          expect(decide()).toEqual([]);
        },
        /** The client is told why not. */
        thenRefused(code: ErrorCode): void {
          expect(codeOf(decide)).toBe(code);
        },
        /** Nobody may ask for this: a fault of ours, not of the client. */
        thenFails(message: string): void {
          expect(decide).toThrow(message);
          expect(codeOf(decide)).toBeUndefined();
        },
      };
    },
  };
}

/** What the events make of a stream, parsed as they would be when read. */
export function stateOf<State, E extends Event>(type: StreamType<State, E>, events: readonly Event[]): State {
  return events.reduce(
    (state, event) => frozen(type.evolve(state, frozen(type.events.parse(event)))),
    frozen(type.initial),
  );
}

function codeOf(decide: () => unknown): ErrorCode | undefined {
  try {
    decide();
  } catch (error) {
    return error instanceof ClientError ? error.code : undefined;
  }
  throw new Error('it was not refused');
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
