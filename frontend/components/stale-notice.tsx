import { useTranslations } from 'next-intl';
import { marks } from './marks.tsx';
import { Notice } from './notice.tsx';

/** Says that the page shows what was so before something that it cannot show yet. */
export function StaleNotice({ what }: { what: 'ticket' | 'order' }) {
  const t = useTranslations();
  return (
    <div role="status">
      <Notice tone="wait">
        <p>{t.rich(`stale.${what}`, marks)}</p>
        <p>{t(`stale.${what}Advice`)}</p>
      </Notice>
    </div>
  );
}
