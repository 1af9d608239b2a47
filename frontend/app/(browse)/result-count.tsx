import { MAX_TOTAL, type TicketSearchReply } from '@boxoffice/contracts';
import { formatCount } from '../../lib/format-count.ts';
import { useWords } from '../../lib/words.ts';
import type { Search } from './read-search.ts';

interface ResultCountProps {
  total: TicketSearchReply['total'];
  /** What was asked for: a word that is too long was not. */
  query: Search['query'];
}

/** `12 listings for “jazz” in Berlin` */
export function ResultCount({ total, query }: ResultCountProps) {
  const [words, city] = [query.get('q') ?? '', query.get('city') ?? ''];
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
