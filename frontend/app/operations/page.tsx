import { KeepUp } from '../../components/keep-up.tsx';
import { operations } from '../../lib/api/operations.ts';
import { pageTitle } from '../../lib/get-words.ts';
import { LagChart } from './lag-chart.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { operationsPage } from './operations-page.tsx';
import { ProjectionsTable } from './projections-table.tsx';

export const generateMetadata = pageTitle((t) => t('operations.title'));

export default function OperationsPage() {
  return operationsPage({
    here: '/operations',
    section: 'projections',
    title: ({ t }) => t('operations.projections'),
    children: async () => {
      const [{ items, head }, lag, ledger] = await Promise.all([
        operations.projections(),
        operations.lag(),
        operations.ledger(),
      ]);
      return (
        <div className="stack-l">
          <ProjectionsTable items={items} head={head} />
          <LagChart lag={lag} />
          <LedgerTable ledger={ledger} />
          <KeepUp address="/operations" everySeconds={3} />
        </div>
      );
    },
  });
}
