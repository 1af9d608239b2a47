import type { StreamChange } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { heardChanges } from './heard-changes.ts';

const at = '2027-01-01T12:00:00.000Z';
const ticket: StreamChange = {
  kind: 'ticket',
  position: 7,
  at,
  ticketId: '0d3f1c36-55f5-4b0e-a8c4-16b1d5a7c001',
  status: 'sold',
  revision: 3,
  price: { amount: 5000, currency: 'EUR' },
};
const order: StreamChange = {
  kind: 'order',
  position: 7,
  at,
  orderId: '0d3f1c36-55f5-4b0e-a8c4-16b1d5a7c002',
  status: 'paid',
};

test('what the stream tells is taken as it is', () => {
  expect(heardChanges(JSON.stringify([ticket, order]))).toEqual([ticket, order]);
});

test.each([
  {},
  [null],
  [{ ...ticket, kind: 'seat' }],
  [{ ...ticket, position: '7' }],
  [{ ...ticket, ticketId: '../users/signout' }],
  [{ ...order, orderId: undefined }],
  [ticket, { ...order, status: undefined }],
])('anything else is not: %j', (data) => {
  expect(heardChanges(JSON.stringify(data))).toBeUndefined();
});
