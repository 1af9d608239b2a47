import * as auth from '@boxoffice/auth';
import type { AnyProjection } from '@boxoffice/common';
import * as mail from '@boxoffice/mail';
import * as orders from '@boxoffice/orders';
import * as payments from '@boxoffice/payments';
import * as tickets from '@boxoffice/tickets';
import * as webhooks from '@boxoffice/webhooks';

/** Every projection of the market. */
export const projections: readonly AnyProjection[] = [auth, tickets, orders, payments, mail, webhooks].flatMap(
  (context) => context.projections,
);
