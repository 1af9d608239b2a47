import { describe, expect, test } from 'vitest';
import { Commit, categoryOf, StreamName, streamName } from './envelope.ts';

const commit = {
  position: 7,
  streams: [{ id: 'ticket-1', revision: 2 }],
  events: [{ stream: 'ticket-1', type: 'TicketWithdrawn', version: 1, data: { ticketId: '1' } }],
  commandId: 'command',
  correlationId: 'correlation',
  actor: 'somebody',
  at: '2027-01-01T12:00:00.000Z',
};

describe('a commit', () => {
  test('is kept as it is', () => {
    const caused = { ...commit, causationId: '6', fingerprint: 'digest' };
    expect(Commit.parse(commit)).toStrictEqual(commit);
    expect(Commit.parse(caused)).toStrictEqual(caused);
  });

  test.each([
    ['position', 0],
    ['position', 1.5],
    ['streams', []],
    ['streams', [{ id: 'ticket-1', revision: 0 }]],
    ['streams', [{ id: 'ticket', revision: 1 }]],
    ['events', []],
    ['events', [{ ...commit.events[0], version: 0 }]],
    ['events', [{ ...commit.events[0], at: commit.at }]],
    ['commandId', undefined],
    ['correlationId', undefined],
    ['actor', undefined],
    ['at', '2027-01-01T12:00:00Z'],
    ['causationId', 6],
    ['epoch', 1],
  ])('is none with %s = %j', (field, value) => {
    expect(Commit.safeParse({ ...commit, [field]: value }).success).toBe(false);
  });
});

test('a stream is named by its category and its id', () => {
  expect(streamName('ticket', '4f-2')).toBe('ticket-4f-2');
  expect(categoryOf('ticket-4f-2')).toBe('ticket');
});

test.each(['ticket', 'ticket-', '-1', 'Ticket-1', 'ticket-$gt', 'ticket-1\n', `ticket-${'1'.repeat(129)}`])(
  '%j names no stream',
  (name) => {
    expect(StreamName.safeParse(name).success).toBe(false);
  },
);
