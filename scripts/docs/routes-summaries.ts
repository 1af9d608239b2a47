/** What each route does, for `docs/routes.md`. */
export const summaries: Readonly<Record<string, string>> = {
  'POST /api/users/signup': 'Makes an account and signs in',
  'POST /api/users/signin': 'Begins a new session',
  'POST /api/users/signout': 'Ends the session; done when nobody is signed in',
  'GET /api/users/currentuser': 'Who is signed in, or `null`',
  'POST /api/tickets': 'Lists a ticket for sale',
  'GET /api/tickets': 'Searches what is for sale: words, price, city, days; sorted, in pages, counted',
  'GET /api/tickets/{id}': 'One ticket',
  'PUT /api/tickets/{id}': "Replaces the seller's offer; not while reserved, nor once sold or withdrawn",
  'DELETE /api/tickets/{id}': 'Withdraws it; not while reserved, nor once sold',
  'GET /api/tickets/{id}/history':
    'All that happened to a ticket, its prices, and the ticket, as of any moment; buyers are not named',
  'GET /api/sales': "The seller's own listings, the newest first",
  'GET /api/market': 'The currency and the length of a hold',
  'POST /api/orders': 'Reserves a ticket for the time of a hold; `expectedPrice` guards against a change of price',
  'GET /api/orders': "The buyer's own orders, the newest first",
  'GET /api/orders/{id}': "One of the buyer's own orders",
  'GET /api/orders/{id}/history': "All that happened to one of the buyer's own orders, and the order, as of any moment",
  'DELETE /api/orders/{id}': 'Cancels the order and frees the ticket; not once paid',
  'POST /api/payments': 'Pays an order; `requested` when the outcome is not known yet',
  'POST /api/payments/refunds': 'Undoes a sale: all of the money goes back; for operators',
  'GET /api/payments/methods': 'How one can pay',
};
