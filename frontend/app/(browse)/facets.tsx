import type { TicketSearchReply } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { marks } from '../../components/marks.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { formatCount } from '../../lib/format-count.ts';
import { formatMonth } from '../../lib/format-time.ts';
import { useWords } from '../../lib/words.ts';
import styles from './browse.module.css';
import { monthDays } from './month-days.ts';
import type { TypedSearch } from './read-search.ts';
import { searchHref } from './search-href.ts';

interface Choice {
  text: string;
  count: string;
  chosen: boolean;
  href: string;
}

/** Where and when there is something, with how much of it; each a link to the narrower search. */
export function Facets({ facets, typed }: { facets: TicketSearchReply['facets']; typed: TypedSearch }) {
  const { t, locale } = useWords();
  const cities = facets.cities.map(({ city, count }) => {
    const chosen = typed.city === city;
    return {
      text: city,
      count: formatCount(count, locale),
      chosen,
      href: searchHref(typed, { city: chosen ? undefined : city }),
    };
  });
  const months = facets.months.map(({ month, count }) => {
    const { from, to } = monthDays(month);
    const chosen = typed.from === from && typed.to === to;
    const days = chosen ? { from: undefined, to: undefined } : { from, to };
    return {
      text: formatMonth(month, locale),
      count: formatCount(count, locale),
      chosen,
      href: searchHref(typed, days),
    };
  });
  return (
    <>
      <Choices title={t('browse.cities')} choices={cities} />
      <Choices title={t('browse.months')} choices={months} />
    </>
  );
}

function Choices({ title, choices }: { title: string; choices: readonly Choice[] }) {
  const t = useTranslations();
  if (choices.length === 0) return null;
  return (
    <nav aria-label={title} className={styles.facet}>
      <h2>{title}</h2>
      <ul>
        {choices.map(({ text, count, chosen, href }) => (
          <li key={text}>
            <PageLink href={href} className={styles.chip} {...(chosen && { 'aria-current': true as const })}>
              {text} <span className={styles.count}>{count}</span>
              {chosen && t.rich('browse.chosen', marks)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
