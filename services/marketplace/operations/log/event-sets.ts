import {
  type Event,
  type EventSet,
  emailEvents,
  orderEvents,
  paymentEvents,
  projectionEvents,
  sessionEvents,
  ticketEvents,
  userEvents,
  webhookEvents,
  webhookOwnerEvents,
} from '@boxoffice/contracts';

/** Every event that this build knows. */
export const eventSets: readonly EventSet<Event>[] = [
  ...[userEvents, sessionEvents, emailEvents],
  ...[ticketEvents, orderEvents, paymentEvents],
  ...[webhookEvents, webhookOwnerEvents],
  projectionEvents,
];
