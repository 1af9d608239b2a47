import { formatMoment } from '../lib/format-time.ts';
import type { Moment } from '../lib/read-moment.ts';
import { useWords } from '../lib/words.ts';
import { TextField } from './field.tsx';
import { PageLink } from './page-link.tsx';

interface LookBackProps {
  /** The page itself. */
  address: string;
  moment: Moment;
  /** What the page is about, as it was at that moment; nothing when it was not there yet. */
  children: React.ReactNode;
}

/** Asks for a moment, and shows how things were then. */
export function LookBack({ address, moment: { typed, instant, isWrong }, children }: LookBackProps) {
  const { t, locale } = useWords();
  return (
    <section aria-labelledby="look-back" className="stack">
      <h2 id="look-back">{t('lookBack.title')}</h2>
      <form action={`${address}#look-back`} className="row look-back">
        <TextField
          name="asOf"
          label={t('lookBack.moment')}
          type="datetime-local"
          defaultValue={typed}
          error={isWrong ? t('remark.moment') : undefined}
        />
        <button type="submit">{t('lookBack.show')}</button>
      </form>
      {instant && (
        <div className="panel stack" role="status">
          <p className="small soft">{t('lookBack.asOf', { time: formatMoment(instant, { locale }) })}</p>
          {children ?? <p>{t('lookBack.notYet')}</p>}
          <p>
            <PageLink href={address}>{t('lookBack.now')}</PageLink>
          </p>
        </div>
      )}
    </section>
  );
}
