import { describe, expect, test } from 'vitest';
import { sampleOf, samples } from '../samples/index.ts';
import { emailEvents, sessionEvents, userEvents } from './auth.ts';
import { defineEvent, UnknownEventError } from './event.ts';
import { orderEvents } from './orders.ts';
import { paymentEvents } from './payments.ts';
import { projectionEvents } from './projections.ts';
import { ticketEvents } from './tickets.ts';
import { webhookEvents, webhookOwnerEvents } from './webhooks.ts';

const sets = [
  ...[userEvents, sessionEvents, emailEvents],
  ...[ticketEvents, orderEvents, paymentEvents],
  ...[webhookEvents, webhookOwnerEvents, projectionEvents],
];
const contracts = sets.flatMap((set) =>
  set.contracts.map((contract) => ({ name: `${contract.type}@${contract.version}`, set, contract })),
);

describe('golden samples', () => {
  test('there is one for each version of each event, and none for anything else', () => {
    expect([...samples.keys()].sort()).toEqual(contracts.map(({ name }) => name).sort());
  });

  test.each([...samples])('%s says what its file is called', (name, sample) => {
    expect(`${sample.type}@${sample.version}`).toBe(name);
  });
});

describe.each(contracts)('$name', ({ name, set, contract }) => {
  const sample = samples.get(name) ?? { type: name, version: 0, data: {} };

  test('its sample still parses, to exactly what was stored', () => {
    expect(set.parse(sample)).toStrictEqual(sample);
  });

  test('a field that it does not know is refused', () => {
    const stored = { ...sample, data: { ...(sample.data as object), email: 'zoe@example.com' } };
    expect(() => set.parse(stored)).toThrow('Unrecognized key');
  });

  test('a field that is missing is refused', () => {
    expect(() => set.parse({ ...sample, data: {} })).toThrow('invalid_type');
  });

  test('another version of it is not guessed at', () => {
    const version =
      1 + Math.max(...set.contracts.filter(({ type }) => type === contract.type).map(({ version }) => version));
    const parse = () => set.parse({ ...sample, version });
    expect(parse).toThrow(UnknownEventError);
    expect(parse).toThrow(expect.objectContaining({ type: contract.type, version }));
  });

  test('it belongs to one category of streams alone', () => {
    for (const other of sets.filter((candidate) => candidate !== set))
      expect(() => other.parse(sample)).toThrow(UnknownEventError);
  });
});

test('an event of another build is refused by name', () => {
  const stored = { type: 'TicketTeleported', version: 1, data: {} };
  expect(() => ticketEvents.parse(stored)).toThrow('TicketTeleported version 1 is not an event of the ticket streams');
});

test('a contract makes events with its type and version', () => {
  const Rained = defineEvent('Rained', 3, {});
  expect(Rained.of({})).toStrictEqual({ type: 'Rained', version: 3, data: {} });
  expect(() => sampleOf(Rained)).toThrow('Rained version 3 has no sample');
});
