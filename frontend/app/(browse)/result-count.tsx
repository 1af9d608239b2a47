import { MAX_TOTAL, type TicketSearchReply } from '@boxoffice/contracts';
import { formatCount } from '../../lib/format-count.ts';
import { useWords } from '../../lib/words.ts';
import type { TypedSearch } from './read-search.ts';

interface ResultCountProps {
  total: TicketSearchReply['total'];
  typed: TypedSearch;
}

/** `12 listings for “jazz” in Berlin` */
export function ResultCount({ total, typed: { q: words = '', city = '' } }: ResultCountProps) {
  const { t, locale } = useWords();
  const number = total.capped ? MAX_TOTAL : total.count;
  const count = `${formatCount(number, locale)}${total.capped ? '+' : ''}`;
  const where = city === '' ? '' : 'In';
  const found = t(words === '' ? `browse.found${where}` : `browse.foundFor${where}`, { count, number, words, city });
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
