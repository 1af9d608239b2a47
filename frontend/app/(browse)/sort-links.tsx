import { TicketSort } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { PageLink } from '../../components/page-link.tsx';
import styles from './browse.module.css';
import type { TypedSearch } from './read-search.ts';
import { searchHref } from './search-href.ts';

/** Links, not a list to choose from: one press does it, without scripts too. */
export function SortLinks({ typed, current }: { typed: TypedSearch; current: TicketSort }) {
  const t = useTranslations();
  return (
    <nav aria-label={t('browse.order')} className={styles.sorts}>
      <ul>
        {TicketSort.options.map((sort) => (
          <li key={sort}>
            <PageLink
              href={searchHref(typed, { sort: sort === 'soonest' ? undefined : sort })}
              {...(sort === current && { 'aria-current': true as const })}
            >
              {t(`browse.${sort}`)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
