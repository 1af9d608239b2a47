import { useTranslations } from 'next-intl';
import { LookAgain } from './look-again.tsx';

/** While it is shown, the page brings itself up to date: with scripts in place, without them by loading anew. */
export function KeepUp({ address, everySeconds }: { address: string; everySeconds: number }) {
  const t = useTranslations();
  return (
    <p className="small">
      {t('order.keepsUp')} <a href={address}>{t('order.lookAgain')}</a>
      <LookAgain everySeconds={everySeconds} />
      <noscript>
        {/* With the address: the answer to a form that was sent must not send it again. */}
        <meta httpEquiv="refresh" content={`${everySeconds};url=${address}`} />
      </noscript>
    </p>
  );
}
