import { useTranslations } from 'next-intl';
import { Empty } from '../../components/empty.tsx';
import { PageLink } from '../../components/page-link.tsx';
import type { TypedSearch } from './read-search.ts';
import { searchHref } from './search-href.ts';

const without = [
  ['anyPrice', ['min', 'max']],
  ['anyDay', ['from', 'to']],
  ['anyCity', ['city']],
  ['anyQuantity', ['quantity']],
  ['anyWords', ['q']],
] as const satisfies readonly (readonly [words: string, fields: readonly (keyof TypedSearch)[]])[];

/** Nothing was found: offers each way to look wider. */
export function NoMatch({ typed }: { typed: TypedSearch }) {
  const t = useTranslations();
  const wider = without.filter(([, fields]) => fields.some((field) => typed[field] !== undefined));
  if (wider.length === 0) {
    return (
      <Empty title={t('browse.nothingYet')}>
        <p>{t('browse.beFirst')}</p>
        <p>
          <PageLink className="button primary" href="/tickets/new">
            {t('action.sell')}
          </PageLink>
        </p>
      </Empty>
    );
  }
  return (
    <Empty title={t('browse.noMatch')}>
      <p>{t((typed.q ?? typed.city) ? 'browse.checkSpelling' : 'browse.lookWider')}</p>
      <ul className="row">
        {wider.map(([words, fields]) => (
          <li key={words}>
            <PageLink
              className="button"
              href={searchHref({ ...typed, ...Object.fromEntries(fields.map((f) => [f, ''])) })}
            >
              {t(`browse.${words}`)}
            </PageLink>
          </li>
        ))}
        <li>
          <PageLink className="button primary" href="/">
            {t('browse.all')}
          </PageLink>
        </li>
      </ul>
    </Empty>
  );
}
