import { DataTable } from '../../../components/data-table.tsx';
import { Empty } from '../../../components/empty.tsx';
import { KeepUp } from '../../../components/keep-up.tsx';
import { LocalTime } from '../../../components/local-time.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { operations } from '../../../lib/api/operations.ts';
import { pageTitle } from '../../../lib/get-words.ts';
import { operationsPage } from '../operations-page.tsx';

export const generateMetadata = pageTitle((t) => t('operations.jobs'));

export default function JobsPage() {
  return operationsPage({
    here: '/operations/jobs',
    section: 'jobs',
    title: ({ t }) => t('operations.jobs'),
    children: async ({ t }) => {
      const { items } = await operations.jobs();
      if (items.length === 0) return <Empty title={t('operations.noJobs')}>{t('operations.noJobsMore')}</Empty>;
      return (
        <>
          <DataTable
            caption={t('operations.jobs')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                head: t('operations.job'),
                cell: ({ id, kind, projection }) => (
                  <PageLink href={`/operations/jobs/${id}`}>
                    {t(`operations.do.${kind}`)} {projection}
                  </PageLink>
                ),
              },
              { head: t('operations.stands'), cell: ({ state }) => t(`operations.jobState.${state}`) },
              { head: t('price.since'), cell: ({ startedAt }) => <LocalTime instant={startedAt} /> },
            ]}
          />
          <KeepUp address="/operations/jobs" everySeconds={3} />
        </>
      );
    },
  });
}
