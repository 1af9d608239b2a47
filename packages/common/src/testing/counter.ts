import { defineEvent, type EventOf, eventSet } from '@boxoffice/contracts';
import { z } from 'zod';
import type { CommandContext, Decider } from '../commands.ts';
import type { Projection } from '../projections/projection.ts';

const Counted = defineEvent('Counted', 1, { id: z.string(), by: z.int() });
const Closed = defineEvent('Closed', 1, { id: z.string() });
export type CounterEvent = EventOf<typeof Counted | typeof Closed>;
export const counterEvents = eventSet('counter', [Counted, Closed]);

type CounterCommand = { id: string; by: number } | { id: string; close: true };

/** The smallest context there is, for tests of the machinery. */
export const counter: Decider<{ total: number; closed: boolean }, CounterCommand, CounterEvent> = {
  events: counterEvents,
  initial: { total: 0, closed: false },
  decide(command, { closed }) {
    if ('close' in command) return closed ? [] : [Closed.of({ id: command.id })];
    if (closed) throw new RangeError(`counter ${command.id} is closed`);
    return [Counted.of(command)];
  },
  evolve(state, event) {
    switch (event.type) {
      case 'Counted':
        return { ...state, total: state.total + event.data.by };
      case 'Closed':
        return { ...state, closed: true };
    }
  },
};

export const totals: Projection<{ total: number }, CounterEvent> = {
  name: 'totals',
  version: 1,
  events: [counterEvents],
  keys: ({ data }) => [data.id],
  apply(document, event) {
    switch (event.type) {
      case 'Counted':
        return { total: (document?.total ?? 0) + event.data.by };
      case 'Closed':
        return undefined;
    }
  },
};

/** A command by its id, found again when it is repeated. */
export function command(commandId: string, more: Partial<CommandContext> = {}): CommandContext {
  const at = '2027-01-01T00:00:00.000Z';
  return { commandId, mayRepeat: true, correlationId: 'correlation', actor: 'actor', at, ...more };
}
