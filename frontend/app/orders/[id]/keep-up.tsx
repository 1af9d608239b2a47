import { useTranslations } from 'next-intl';
import { LookAgain } from './look-again.tsx';

/** While it is shown, the page brings itself up to date: with scripts in place, without them by loading anew. */
export function KeepUp({ orderId, everySeconds }: { orderId: string; everySeconds: number }) {
  const t = useTranslations();
  const here = `/orders/${orderId}`;
  return (
    <p className="small">
      {t('order.keepsUp')} <a href={here}>{t('order.lookAgain')}</a>
      <LookAgain everySeconds={everySeconds} />
      <noscript>
        {/* With the address: the answer to a form that was sent must not send it again. */}
        <meta httpEquiv="refresh" content={`${everySeconds};url=${here}`} />
      </noscript>
    </p>
  );
}
