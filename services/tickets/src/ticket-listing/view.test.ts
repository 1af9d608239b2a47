import { openSqliteEventLog } from '@boxoffice/common';
import { record } from '@boxoffice/common/testing';
import { TicketListed } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { expect, test } from 'vitest';
import { listed, repriced, stream, ticketId, withdrawn } from '../controls.ts';
import { ticketView } from './view.ts';

const other = sampleOf(TicketListed, { ticketId: '71c4e700-0000-4000-8000-000000000002', title: 'Owl Town' });
const otherStream = `ticket-${other.data.ticketId}`;

test('a ticket is seen as it was at a position', async () => {
  await using log = openSqliteEventLog(':memory:');
  await record(log, { [stream]: [listed] }, { [stream]: [repriced] }, { [stream]: [withdrawn] });
  const at = (position: number) => ticketView(log, ticketId, position);
  expect(await at(0)).toBeUndefined();
  expect(await at(1)).toMatchObject({ status: 'available', price: listed.data.price, revision: 1 });
  expect(await at(2)).toMatchObject({ status: 'available', price: repriced.data.price, revision: 2 });
  expect(await at(3)).toMatchObject({ status: 'withdrawn', revision: 3 });
});

test('tickets of one commit are seen each for itself', async () => {
  await using log = openSqliteEventLog(':memory:');
  await record(log, { [stream]: [listed], [otherStream]: [other] });
  expect(await ticketView(log, ticketId, 1)).toMatchObject({ id: ticketId, title: listed.data.title });
  expect(await ticketView(log, other.data.ticketId, 1)).toMatchObject({ title: 'Owl Town' });
});
