import { type ErrorCode, errorCatalogue } from '../../packages/contracts/src/index.ts';
import { code, NOTICE, table } from './markdown.ts';

/** When each error happens, and what its reader can do. A code without a sentence does not compile. */
const meaning: Record<ErrorCode, string> = {
  'invalid-input':
    'The body, the query, a header or an id breaks its contract, or a rule of the market: another currency, a show in the past, a password that is too easy to guess. `errors` names each field; correct it and send again.',
  'not-signed-in': 'The route needs an account, and the session cookie is missing, expired or signed out. Sign in.',
  'wrong-credentials': 'The same answer for an unknown address and for a wrong password. Check both.',
  'payment-declined':
    'The provider said no. Nothing was charged and the ticket is still held: try another method before the hold ends.',
  'cross-site-request':
    'A browser sent a change from a page of another site, or a client sent a cookie with neither `Sec-Fetch-Site` nor `Origin`. Nothing was done. Send it from the pages of the market, or with `Origin` set to its address.',
  'not-an-operator':
    'The route is for those who look after the market. They are appointed at the command line: `boxoffice operators appoint`.',
  'not-your-ticket': 'Somebody else listed this ticket. Only its seller may change or withdraw it.',
  'own-ticket': 'Buyer and seller would be the same person. Withdraw the listing instead.',
  'route-not-found': 'No route has this method and address. Compare with [the routes](routes.md).',
  'user-not-found': 'No account has this id or this address, or it was deleted.',
  'session-not-found':
    "No session has this id, or it is somebody else's: the answer is the same. Look at `GET /api/users/sessions`.",
  'ticket-not-found': 'No ticket has this id.',
  'order-not-found':
    "No order has this id, or it is somebody else's: the answer is the same. Look at `GET /api/orders`.",
  'mail-not-found':
    "No mail has this id, or it is somebody else's: the answer is the same. Look at `GET /api/mailbox`.",
  'webhook-not-found':
    "No webhook has this id, or it is somebody else's: the answer is the same. Look at `GET /api/webhooks`.",
  'projection-not-found': 'This build of the market has no projection of that name; `detail` names those that it has.',
  'job-not-found':
    'Jobs are kept in the memory of their process: this one is forgotten, or was never begun. Look at `GET /api/operations/jobs`, and at the state of the projection.',
  'commit-not-found': 'The log ends before this position.',
  'stream-not-found': 'Nothing was ever written to a stream of this name. `detail` says how streams are named.',
  'operation-in-progress':
    'One operation at a time works on a projection, whoever began it. Wait for its end, or cancel it. What a process left behind that died is free again after a few seconds.',
  'not-in-quarantine':
    'The key is not in the quarantine of the projection, or not any more. Read the quarantine again.',
  'generation-missing':
    'There is no candidate to compare with or to switch to, nothing to go back to, or nobody keeps the projection yet; `detail` says which. Rebuild it first.',
  'email-taken': 'The address has an account. Sign in.',
  'ticket-reserved':
    'A buyer holds the ticket: it can be neither reserved by another nor changed or withdrawn. It comes back by itself if it is not paid in time.',
  'ticket-sold': 'The ticket is sold, for good. Look for another one.',
  'ticket-withdrawn': 'The seller took the ticket off sale. To sell it again, list it anew.',
  'show-started': 'The show has begun; its tickets are not sold any more.',
  'price-changed':
    '`expectedPrice` is not the price any more, and nothing was reserved. Read the ticket again and decide again.',
  'order-paid': 'The order is paid: it can be neither cancelled nor paid again. Nothing was charged twice.',
  'order-cancelled': 'The order was cancelled and cannot be paid. Reserve the ticket again if it is still for sale.',
  'order-expired': 'The time to pay ran out and nothing was charged. Reserve the ticket again if it is still for sale.',
  'order-refunded':
    'The order has ended and its money was given back, or is on its way. Reserve the ticket again if it is for sale.',
  'order-not-paid': 'There is no sale to undo: the order is not paid. Read the order again.',
  'payment-in-progress':
    'A payment for this order is under way: until its outcome is known the order can be neither cancelled nor paid by another payment. Read the order again in a few seconds.',
  'too-many-webhooks': 'One person may have ten webhooks. Remove one that is not needed any more.',
  'webhook-disabled':
    'Nothing had arrived for days, or the receiver answered 410. Mend the receiver and enable the webhook, then replay what was missed.',
  'concurrent-change':
    'Others changed the same thing, ten times in a row, while this command was being decided. Nothing was written; send it again.',
  'revision-stale':
    '`If-Match` names another revision than the present one, and nothing was written. Read the ticket again and make the change on what it is now.',
  'body-too-large': 'A request may have 16 KiB at most.',
  'unsupported-media-type': 'The API takes `application/json` alone.',
  'idempotency-key-reused':
    'The `Idempotency-Key` belongs to an earlier request of the same person to the same route, with another content. Use a new key for a new request.',
  'replay-too-soon': 'A webhook can be replayed once a minute. Ask again after `Retry-After` seconds.',
  internal:
    'A fault of the market. The answer says nothing more; the log of the process does, under the same `correlationId`. It is not known whether the command was done: send it again with the same `Idempotency-Key`.',
  'no-answer':
    'A part of the market took the request and did not answer it. It is not known whether the command was done: send it again with the same `Idempotency-Key`.',
  busy: 'Too many people are signing up or in at once, or a part of the market is starting or cannot be reached. Nothing was done; try again after `Retry-After` seconds.',
  'not-caught-up':
    'The request asked by its `Event-Position` header for an answer that shows a certain change, and the read model did not get there within two seconds. Ask again after `Retry-After` seconds.',
};

/** `docs/errors.md`. */
export function errorsPage(): string {
  const codes = Object.keys(errorCatalogue) as ErrorCode[];
  const rows = codes.map((error) => {
    const { status, title } = errorCatalogue[error];
    return [String(status), code(error), title, meaning[error]];
  });
  return `${NOTICE}

# Errors

Every answer of 400 and above is a problem document (RFC 9457, \`application/problem+json\`):

\`\`\`json
{
  "type": "urn:boxoffice:error:price-changed",
  "title": "${errorCatalogue['price-changed'].title}",
  "status": ${errorCatalogue['price-changed'].status},
  "code": "price-changed",
  "detail": "The price was 4500 EUR (minor units) when you looked and is 5000 EUR (minor units) now",
  "correlationId": "5f0c7d0e-3b1a-4f57-9a53-0c6a8f1f7f0e",
  "errors": [{ "field": "expectedPrice", "message": "is 4500 EUR (minor units) and the price is 5000 EUR (minor units)" }]
}
\`\`\`

\`code\` is for programs and never changes its meaning. \`title\` says the same in words, \`detail\` says it of this case, and
\`errors\` is there when fields of the request are to blame. After a 4xx nothing was written, with one exception: a
declined payment is on record.

${table(['Status', 'Code', 'Title', 'When, and what to do'], rows)}
`;
}
