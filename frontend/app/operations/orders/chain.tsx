import type { OrderChain } from '@boxoffice/contracts';
import { DefinitionList } from '../../../components/definition-list.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { formatCount } from '../../../lib/format-count.ts';
import { useWords } from '../../../lib/words.ts';
import { ActForm } from '../act-form.tsx';
import { CommitPanel } from '../commit-panel.tsx';
import { canRefund } from './can-refund.ts';
import { ThenField } from './then-field.tsx';

/** All that an order set in motion, in its order, with the time between two steps. */
export function Chain({ chain }: { chain: OrderChain }) {
  const { t, locale } = useWords();
  const { orderId, ticketId, paymentIds, orderIds, steps } = chain;
  const others = orderIds.filter((id) => id !== orderId);
  const stream = (id: string) => <PageLink href={`/operations/streams/${id}`}>{id}</PageLink>;
  return (
    <div className="stack-l">
      <DefinitionList
        items={[
          { term: t('operations.order'), value: stream(`order-${orderId}`) },
          { term: t('operations.ticket'), value: stream(`ticket-${ticketId}`) },
          ...paymentIds.map((id) => ({ term: t('operations.payment'), value: stream(`payment-${id}`) })),
          ...others.map((id) => ({
            term: t('operations.otherOrder'),
            value: <PageLink href={`/operations/orders?id=${id}`}>{id}</PageLink>,
          })),
        ]}
      />
      {canRefund(chain) && (
        <section className="panel stack" aria-labelledby="refund">
          <h2 id="refund">{t('operations.refund')}</h2>
          <ActForm act="refund" to={{ order: orderId }} idempotencyKey={crypto.randomUUID()} isFinal>
            <ThenField />
          </ActForm>
        </section>
      )}
      <section className="stack" aria-labelledby="steps">
        <h2 id="steps">{t('operations.steps')}</h2>
        {steps.map(({ cause, sincePrevious, sinceStart: _, ...commit }, index) => (
          <CommitPanel key={commit.position} commit={commit}>
            {[
              index > 0 && t('operations.after', { milliseconds: formatCount(sincePrevious, locale) }),
              cause !== undefined && t('operations.because', { position: cause }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </CommitPanel>
        ))}
      </section>
    </div>
  );
}
