import { Empty } from '../../components/empty.tsx';
import { PageLink } from '../../components/page-link.tsx';
import type { TypedSearch } from './read-search.ts';
import { searchHref } from './search-href.ts';

const without: readonly (readonly [text: string, fields: readonly (keyof TypedSearch)[]])[] = [
  ['Any price', ['min', 'max']],
  ['Any day', ['from', 'to']],
  ['Any city', ['city']],
  ['Any words', ['q']],
];

/** Nothing was found: offers each way to look wider. */
export function NoMatch({ typed }: { typed: TypedSearch }) {
  const wider = without.filter(([, fields]) => fields.some((field) => typed[field] !== undefined));
  if (wider.length === 0) {
    return (
      <Empty title="Nothing is for sale yet">
        <p>Have a ticket that you cannot use? Be the first to list one.</p>
        <p>
          <PageLink className="button primary" href="/tickets/new">
            Sell a ticket
          </PageLink>
        </p>
      </Empty>
    );
  }
  return (
    <Empty title="Nothing for sale matches all of this">
      <p>Check the spelling, or look wider:</p>
      <ul className="row">
        {wider.map(([text, fields]) => (
          <li key={text}>
            <PageLink
              className="button"
              href={searchHref({ ...typed, ...Object.fromEntries(fields.map((f) => [f, ''])) })}
            >
              {text}
            </PageLink>
          </li>
        ))}
        <li>
          <PageLink className="button primary" href="/">
            All tickets
          </PageLink>
        </li>
      </ul>
    </Empty>
  );
}
