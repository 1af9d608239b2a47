/** What each route does, for `docs/routes.md`. */
export const summaries: Readonly<Record<string, string>> = {
  'POST /api/users/signup': 'Makes an account and signs in',
  'POST /api/users/signin': 'Begins a new session',
  'POST /api/users/signout': 'Ends the session; done when nobody is signed in',
  'POST /api/users/signout-everywhere': 'Ends every session of the user, this one too',
  'GET /api/users/sessions': "The user's own open sessions, the newest first",
  'DELETE /api/users/sessions/{id}': 'Ends one of them; needs the password',
  'PUT /api/users/password': 'Changes the password; every other session ends, and this one goes on under a new cookie',
  'GET /api/users/currentuser': 'Who is signed in, or `null`',
  'POST /api/tickets': 'Lists a ticket for sale',
  'GET /api/tickets': 'Searches what is for sale: words, price, city, days, how many, whose; sorted, in pages, counted',
  'GET /api/tickets/suggestions': 'What may be meant by what has been typed: shows, cities and venues, eight at most',
  'GET /api/tickets/{id}/similar':
    'What else can be bought of the same show, of shows with a word in common, in the same city; six at most',
  'GET /api/tickets/{id}': 'One ticket',
  'PUT /api/tickets/{id}': "Replaces the seller's offer; not while reserved, nor once sold or withdrawn",
  'DELETE /api/tickets/{id}': 'Withdraws it; not while reserved, nor once sold',
  'GET /api/tickets/{id}/history':
    'All that happened to a ticket, its prices, and the ticket, as of any moment; buyers are not named',
  'GET /api/sales': "The seller's own listings, the newest first",
  'GET /api/market': 'The currency and the length of a hold',
  'GET /api/stream':
    "Tells of changes as they happen, as Server-Sent Events: of tickets, and of one's own orders and listings",
  'POST /api/orders': 'Reserves a ticket for the time of a hold; `expectedPrice` guards against a change of price',
  'GET /api/orders': "The buyer's own orders, the newest first",
  'GET /api/orders/{id}': "One of the buyer's own orders",
  'GET /api/orders/{id}/history': "All that happened to one of the buyer's own orders, and the order, as of any moment",
  'DELETE /api/orders/{id}': 'Cancels the order and frees the ticket; not once paid',
  'POST /api/payments': 'Pays an order; `requested` when the outcome is not known yet',
  'POST /api/payments/refunds': 'Undoes a sale: all of the money goes back; for operators',
  'GET /api/payments/methods': 'How one can pay',
};
