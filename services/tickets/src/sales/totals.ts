import type { ReadModel } from '@boxoffice/common';
import { type SalesTotal, type StoredMoney, TicketStatus } from '@boxoffice/contracts';
import type { TicketListing } from '../ticket-listing/projection.ts';

interface Row {
  readonly _id: { readonly status: TicketStatus; readonly currency: StoredMoney['currency'] };
  readonly count: number;
  readonly amount: number;
}

/** What all of a seller's listings come to, by how they stand. */
export async function salesTotals(listings: ReadModel<TicketListing>, sellerId: string): Promise<SalesTotal[]> {
  const rows = await listings.aggregate<Row>([
    { $match: { sellerId } },
    {
      $group: {
        _id: { status: '$status', currency: '$price.currency' },
        count: { $sum: 1 },
        amount: { $sum: '$price.amount' },
      },
    },
  ]);
  const totals = rows.map(({ _id: { status, currency }, count, amount }) => ({
    status,
    count,
    price: { amount, currency },
  }));
  const order = (total: SalesTotal) => `${TicketStatus.options.indexOf(total.status)}${total.price.currency}`;
  return totals.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}
