import type { TicketView } from '@boxoffice/contracts';
import { TextField } from '../../../components/field.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { TicketBadge } from '../../../components/status-badge.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import { formatMoment } from '../../../lib/format-time.ts';
import { useWords } from '../../../lib/words.ts';
import type { Moment } from './read-moment.ts';

interface LookBackProps {
  ticketId: string;
  moment: Moment;
  /** The ticket at that moment; nothing when it was not listed yet. */
  then: TicketView | undefined;
}

/** Asks for a moment, and shows how the ticket was then. */
export function LookBack({ ticketId, moment: { typed, instant, isWrong }, then }: LookBackProps) {
  const { t, locale } = useWords();
  return (
    <section aria-labelledby="look-back" className="stack">
      <h2 id="look-back">{t('lookBack.title')}</h2>
      <form action={`/tickets/${ticketId}#look-back`} className="row look-back">
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
          {then ? (
            <>
              <p>
                <strong>
                  <bdi>{then.title}</bdi>
                </strong>{' '}
                <TicketBadge status={then.status} />
              </p>
              <p>{t('lookBack.asked', { price: formatMoney(then.price, locale) })}</p>
            </>
          ) : (
            <p>{t('lookBack.notYet')}</p>
          )}
          <p>
            <PageLink href={`/tickets/${ticketId}`}>{t('lookBack.now')}</PageLink>
          </p>
        </div>
      )}
    </section>
  );
}
