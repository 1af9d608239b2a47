import { MAX_TOTAL, type TicketSearchReply } from '@boxoffice/contracts';
import { formatCount } from '../../lib/format-count.ts';
import type { TypedSearch } from './read-search.ts';

/** `12 listings for “jazz” in Berlin` */
export function ResultCount({ total, typed }: { total: TicketSearchReply['total']; typed: TypedSearch }) {
  const count = total.capped ? `${formatCount(MAX_TOTAL)}+` : formatCount(total.count);
  const text = [
    `${count} ${total.count === 1 && !total.capped ? 'listing' : 'listings'}`,
    typed.q && `for “${typed.q}”`,
    typed.city && `in ${typed.city}`,
  ];
  const found = text.filter(Boolean).join(' ');
  return (
    <>
      <h2 id="results">{found}</h2>
      {/* A heading is not announced when it changes. */}
      <p role="status" className="visually-hidden">
        {found}
      </p>
    </>
  );
}
