import type { TicketSort } from '@boxoffice/contracts';
import { PageLink } from '../../components/page-link.tsx';
import styles from './browse.module.css';
import type { TypedSearch } from './read-search.ts';
import { searchHref } from './search-href.ts';

const sorts: Record<TicketSort, string> = {
  soonest: 'Soonest',
  cheapest: 'Cheapest',
  dearest: 'Dearest',
  newest: 'Newest',
};

/** Links, not a list to choose from: one press does it, without scripts too. */
export function SortLinks({ typed, current }: { typed: TypedSearch; current: TicketSort }) {
  return (
    <nav aria-label="Order" className={styles.sorts}>
      <ul>
        {(Object.keys(sorts) as TicketSort[]).map((sort) => (
          <li key={sort}>
            <PageLink
              href={searchHref(typed, { sort: sort === 'soonest' ? undefined : sort })}
              {...(sort === current && { 'aria-current': true as const })}
            >
              {sorts[sort]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
