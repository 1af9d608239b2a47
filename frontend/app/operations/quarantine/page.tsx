import { Empty } from '../../../components/empty.tsx';
import { LocalTime } from '../../../components/local-time.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { operations } from '../../../lib/api/operations.ts';
import { pageTitle } from '../../../lib/get-words.ts';
import { one, type SearchParams } from '../../../lib/search-params.ts';
import { ActForm } from '../act-form.tsx';
import { operationsPage } from '../operations-page.tsx';
import { SkipReasonField } from './skip-reason-field.tsx';

export const generateMetadata = pageTitle((t) => t('operations.quarantine'));

export default async function QuarantinePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return operationsPage({
    here: '/operations/quarantine',
    section: 'quarantine',
    title: ({ t }) => t('operations.quarantine'),
    done: one(await searchParams, 'done'),
    children: async ({ t }) => {
      const { items } = await operations.quarantine();
      if (items.length === 0)
        return <Empty title={t('operations.noQuarantine')}>{t('operations.noQuarantineMore')}</Empty>;
      return (
        <ul className="stack">
          {items.map(({ projection, key, position, reason, at }) => {
            const act = { to: { projection, key }, idempotencyKey: crypto.randomUUID() };
            return (
              <li key={`${projection}-${key}`} className="panel stack">
                <h2>
                  {projection} <code>{key}</code>
                </h2>
                <p>
                  <PageLink href={`/operations/log/${position}`}>{t('operations.commit', { position })}</PageLink>{' '}
                  <LocalTime instant={at} />
                </p>
                <p>
                  <code>{reason}</code>
                </p>
                <ActForm {...act} act="retry" />
                <ActForm {...act} act="skip" isFinal>
                  <SkipReasonField id={`reason-${projection}-${position}`} />
                </ActForm>
              </li>
            );
          })}
        </ul>
      );
    },
  });
}
