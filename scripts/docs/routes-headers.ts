/** What holds for all routes, for `docs/routes.md`. */
export const headers = `## What holds for all of them

- **Bodies** are JSON of 16 KiB at most. Unknown fields are refused, not ignored.
- **Money** is an integer of minor units with its ISO 4217 currency: \`{ "amount": 4500, "currency": "EUR" }\`.
- **Moments** are ISO 8601 in UTC with milliseconds; \`startsAt\` may be sent with an offset, and comes with \`timeZone\`,
  the show's own. The days \`from\` and \`to\` of a search are days where the
  show takes place, both included.
- **Pages**: while a reply has \`nextCursor\`, sending it as \`cursor\` with the same \`sort\` gets the next page.
- **Histories**: with \`asOf\`, a moment in UTC, nothing later is told, and what a history is of is shown as it was then. Before
  it was there the answer is 404; a moment that is still to come is as good as now.
- **Any route** may answer 400 (\`invalid-input\`), 500 (\`internal\`) and, when it signs in or waits, 503.
- **Session**: signing up and in set a cookie that scripts cannot read, \`boxoffice-session\` (with HTTPS
  \`__Host-boxoffice-session\`).
- **Other sites**: a change is accepted with \`Sec-Fetch-Site: same-origin\` or \`none\`, as browsers send it; without that
  header, with an \`Origin\` of the market's own host; without both, only if no cookie comes along.
- **\`Idempotency-Key\`** (1 to 128 visible ASCII characters), on any change: the same request of the same person with the
  same key is done once and answered with its first outcome. A request that was refused may be sent again with its key.
- **\`Event-Position\`** comes with every change: where it is in the log, as a header and as a cookie. A query of a read
  model (searches, one ticket, orders, sales) that carries it waits until it can show that change, two seconds at most.
  After that, with the header it answers 503 \`not-caught-up\`; with the cookie it answers what there is, marked
  \`Event-Position-Stale: true\`.
- **The stream** has three kinds of events: \`ready\` when it begins, \`changes\` with all that one commit changed of what is
  followed, \`reset\` when something was missed that cannot be told any more: load afresh. The \`id\` of each is its position
  in the log; who comes back says it as \`Last-Event-ID\`, as browsers do, or as \`after\`, and misses nothing. A query that is
  asked with it as \`Event-Position\` answers with that change. Every 15 s a comment keeps the connection alive.
- **\`If-Match\`**: a ticket's reply has its revision as \`ETag\`. Sent back with \`PUT\` or \`DELETE\` it refuses a change that
  was made on an older reading, with 412.

Beside the API, and not part of its document: \`GET /livez\` (the process answers) and \`GET /readyz\` (it can do its work).
`;
