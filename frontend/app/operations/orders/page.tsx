import { Id, type OrderChain } from '@boxoffice/contracts';
import { TextField } from '../../../components/field.tsx';
import { Notice } from '../../../components/notice.tsx';
import { operations } from '../../../lib/api/operations.ts';
import { ApiProblem } from '../../../lib/api/problem.ts';
import { pageTitle } from '../../../lib/get-words.ts';
import { one, type SearchParams } from '../../../lib/search-params.ts';
import styles from '../operations.module.css';
import { operationsPage } from '../operations-page.tsx';
import { Chain } from './chain.tsx';

export const generateMetadata = pageTitle((t) => t('operations.orders'));

export default async function OrdersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = await searchParams;
  const id = one(query, 'id')?.trim();
  return operationsPage({
    here: '/operations/orders',
    section: 'orders',
    title: ({ t }) => t('operations.orders'),
    done: one(query, 'done'),
    children: async ({ t }) => {
      const chain = await found(id);
      return (
        <div className="stack-l">
          <form action="/operations/orders" className={`row look-back ${styles.lookUp}`}>
            <TextField name="id" label={t('operations.anyId')} defaultValue={id} autoComplete="off" required />
            <button type="submit">{t('operations.lookUp')}</button>
          </form>
          {id !== undefined && !chain && <Notice tone="wait">{t('operations.noOrder')}</Notice>}
          {chain && <Chain chain={chain} />}
        </div>
      );
    },
  });
}

async function found(id: string | undefined): Promise<OrderChain | undefined> {
  if (id === undefined || !Id.safeParse(id).success) {
    // So that who may not look is told that first.
    await operations.jobs();
    return undefined;
  }
  try {
    return await operations.order(id);
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 404) return undefined;
    throw problem;
  }
}
