import type { MarketView, TicketView, UserView } from '@boxoffice/contracts';
import { PageLink } from '../../../components/page-link.tsx';
import { PriceLines } from '../../../components/price-lines.tsx';
import { costAt } from '../../../lib/cost.ts';
import { formatMoney } from '../../../lib/format-money.ts';
import { formatSpan } from '../../../lib/format-time.ts';
import { signInTo } from '../../../lib/safe-next.ts';
import { useWords } from '../../../lib/words.ts';
import { ReserveForm } from './reserve-form.tsx';
import { TicketState } from './ticket-state.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

interface OfferProps {
  ticket: TicketView;
  viewer: UserView | null;
  market: MarketView;
}

/** The price, how things stand, and what the reader can do about it. */
export function Offer({ ticket, viewer, market }: OfferProps) {
  const { t, locale } = useWords();
  const started = ticket.startsAt !== undefined && Date.parse(ticket.startsAt) <= Date.now();
  const open = ticket.status === 'available' && !started;
  const isSeller = viewer?.id === ticket.sellerId;
  const cost = costAt(ticket.price, market.feeBasisPoints);
  return (
    <section className="aside panel stack" aria-labelledby="offer">
      <div>
        <h2 id="offer" className="visually-hidden">
          {t('ticket.offer')}
        </h2>
        <p className="price">{formatMoney(isSeller ? cost.price : cost.total, locale)}</p>
        <p className="soft">
          {ticket.quantity > 1 ? t('ticket.forAll', { count: ticket.quantity }) : t('ticket.forOne')}
        </p>
      </div>
      <PriceLines cost={cost} to={isSeller ? 'seller' : 'buyer'} />
      <TicketState ticket={ticket} started={started} isSeller={isSeller} />
      {isSeller && (
        <>
          {ticket.status === 'available' && (
            <PageLink className="button wide" href={`/tickets/${ticket.id}/edit`}>
              {t('ticket.edit')}
            </PageLink>
          )}
          <WithdrawForm ticketId={ticket.id} open={ticket.status === 'available'} />
        </>
      )}
      {viewer && !isSeller && (
        <ReserveForm
          ticketId={ticket.id}
          price={ticket.price}
          total={formatMoney(cost.total, locale)}
          idempotencyKey={crypto.randomUUID()}
          open={open}
        />
      )}
      {!viewer && open && (
        <PageLink className="button primary wide" href={signInTo(`/tickets/${ticket.id}`)}>
          {t('ticket.signInToReserve')}
        </PageLink>
      )}
      {!isSeller && open && (
        <p className="small soft">{t('ticket.heldFor', { span: formatSpan(market.holdSeconds, locale) })}</p>
      )}
    </section>
  );
}
