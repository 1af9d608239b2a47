import { Pager } from '../../../components/pager.tsx';
import { operations } from '../../../lib/api/operations.ts';
import { pageTitle } from '../../../lib/get-words.ts';
import { one, type SearchParams } from '../../../lib/search-params.ts';
import { ActForm } from '../act-form.tsx';
import { CommitPanel } from '../commit-panel.tsx';
import { operationsPage } from '../operations-page.tsx';

export const generateMetadata = pageTitle((t) => t('operations.log'));

export default async function LogPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const before = one(await searchParams, 'before');
  const query = new URLSearchParams(before === undefined ? {} : { before });
  return operationsPage({
    here: '/operations/log',
    section: 'log',
    title: ({ t }) => t('operations.log'),
    children: async () => {
      const { items, older } = await operations.commits(query);
      return (
        <div className="stack-l">
          <ActForm act="verify" idempotencyKey={crypto.randomUUID()} />
          <div className="stack">
            {items.map((commit) => (
              <CommitPanel key={commit.position} commit={commit} />
            ))}
          </div>
          <Pager
            first={before === undefined ? undefined : '/operations/log'}
            next={older === undefined ? undefined : `/operations/log?before=${older}`}
          />
        </div>
      );
    },
  });
}
