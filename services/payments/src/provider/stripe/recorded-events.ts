import { amount, orderId, paymentId } from '../../controls.ts';

/** Of a payment of ours, as its intent and its charge carry it. */
export const metadata = { orderId, paymentId };

/** A payment intent as Stripe's reference shows it, shortened. */
export const intentObject = {
  id: 'pi_1',
  object: 'payment_intent',
  amount: amount.amount,
  amount_received: amount.amount,
  automatic_payment_methods: { allow_redirects: 'never', enabled: true },
  capture_method: 'automatic_async',
  created: 1798804800,
  currency: 'eur',
  last_payment_error: null,
  latest_charge: 'ch_pi_1',
  livemode: false,
  metadata,
  next_action: null,
  payment_method: 'pm_1MtwBwLkdIwHu7ix28a3tqPa',
  payment_method_types: ['card', 'link'],
  status: 'succeeded',
};

/** A charge as Stripe's reference shows it, shortened. */
export const chargeObject = {
  id: 'ch_pi_1',
  object: 'charge',
  amount: amount.amount,
  amount_refunded: 0,
  captured: true,
  currency: 'eur',
  failure_code: null,
  metadata,
  outcome: { network_status: 'approved_by_network', risk_level: 'normal', type: 'authorized' },
  paid: true,
  payment_intent: 'pi_1',
  refunded: false,
  status: 'succeeded',
};

/** A snapshot event as Stripe sends it: pretty-printed, with the whole object. */
export function recordedEvent(type: string, object: unknown): string {
  const event = {
    id: 'evt_1NG8Du2eZvKYlo2CUI79vXWy',
    object: 'event',
    api_version: '2026-10-28.endive',
    created: 1798804800,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  };
  return JSON.stringify(event, null, 2);
}

/** A thin event of the second interface. */
export const thinEvent = JSON.stringify({
  id: 'evt_test_65RCjM4sGdPSmhzLS16QwPqA3HSQ8LmKnVd2oTa0e5Q',
  object: 'v2.core.event',
  type: 'v1.billing.meter.error_report_triggered',
  created: '2027-01-01T12:00:00.000Z',
  related_object: { id: 'mtr_1', type: 'billing.meter', url: '/v1/billing/meters/mtr_1' },
});
