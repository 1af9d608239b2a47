import type { TicketSearchReply } from '@boxoffice/contracts';
import type { Metadata } from 'next';
import { LiveChanges } from '../../components/live/live-changes.tsx';
import { Notice } from '../../components/notice.tsx';
import { Pager } from '../../components/pager.tsx';
import { readable } from '../../components/readable.tsx';
import { TicketList } from '../../components/ticket-list.tsx';
import { ApiProblem } from '../../lib/api/problem.ts';
import { api } from '../../lib/api.ts';
import { getWords } from '../../lib/get-words.ts';
import { one, pageHref, type SearchParams } from '../../lib/search-params.ts';
import styles from './browse.module.css';
import { Facets } from './facets.tsx';
import { NoMatch } from './no-match.tsx';
import { MAX_WORDS, readSearch } from './read-search.ts';
import { ResultCount } from './result-count.tsx';
import { SearchForm } from './search-form.tsx';
import { searchHref } from './search-href.ts';
import { SortLinks } from './sort-links.tsx';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const words = one(await searchParams, 'q');
  if (words === undefined || words.length > MAX_WORDS) return {};
  const { t } = await getWords();
  return { title: t('browse.titleFor', { words }) };
}

/** An old address may carry a cursor of another search: then the first page is better than none. */
async function found(query: URLSearchParams): Promise<TicketSearchReply> {
  try {
    return await api.searchTickets(query);
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || !problem.fields.some(({ field }) => field === 'cursor')) throw problem;
    query.delete('cursor');
    return api.searchTickets(query);
  }
}

export default async function BrowsePage({ searchParams }: Props) {
  const params = await searchParams;
  return readable(pageHref('/', params), async () => {
    const [market, words] = await Promise.all([api.market(), getWords()]);
    const { t } = words;
    const search = readSearch(params, market, words);
    const { items, total, facets, nextCursor } = await found(search.query);
    const { typed } = search;
    const first = search.query.has('cursor') ? searchHref(typed) : undefined;
    return (
      <div className="stack-l">
        {one(params, 'signout') === 'failed' && <Notice tone="bad">{t('browse.stillSignedIn')}</Notice>}
        <h1>{t('site.title')}</h1>
        <div className={styles.browse}>
          <aside className={styles.filters} aria-label={t('browse.aside')}>
            <SearchForm search={search} market={market} range={facets.price} />
            <Facets facets={facets} typed={typed} />
          </aside>
          <section className="stack" aria-labelledby="results">
            <div className={styles.head}>
              <ResultCount total={total} query={search.query} />
              {items.length > 1 && <SortLinks typed={typed} current={search.sort} />}
            </div>
            <LiveChanges subject="list" tickets={items.map(({ id }) => id)} />
            {items.length === 0 ? (
              <NoMatch typed={typed} />
            ) : (
              <TicketList tickets={items} to="buyer" feeBasisPoints={market.feeBasisPoints} />
            )}
            <Pager first={first} next={nextCursor && searchHref(typed, { cursor: nextCursor })} />
          </section>
        </div>
      </div>
    );
  });
}
