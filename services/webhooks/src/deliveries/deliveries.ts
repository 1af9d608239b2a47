import type { WebhookAttempt, WebhookDeliveryStatus, WebhookMessage } from '@boxoffice/contracts';

/** A message for one webhook. */
export interface NewDelivery {
  /** What the receiver knows it by: the same however often it is tried, queued or replayed. */
  readonly id: string;
  readonly webhookId: string;
  readonly type: WebhookMessage['type'];
  readonly position: number;
  /** What is sent, byte by byte. */
  readonly body: string;
  /** The last time. */
  readonly queuedAt: string;
}

export interface Delivery extends NewDelivery {
  readonly status: WebhookDeliveryStatus;
  /** How often it was taken to be sent, since it was queued last. */
  readonly tries: number;
  /** While it is pending: when it is to be tried, or when somebody else may take it from whoever sends it now. */
  readonly dueAt?: string | undefined;
  /** The last of them, the oldest first. */
  readonly attempts: readonly WebhookAttempt[];
}

/** What an attempt has come to. */
export interface Settled {
  readonly status: WebhookDeliveryStatus;
  /** When to try again, where it is still pending. */
  readonly dueAt?: string | undefined;
  /** Nothing where nothing was sent. */
  readonly attempt?: WebhookAttempt | undefined;
  readonly at: string;
}

/** A place in the order of {@link Deliveries.page}. */
export interface DeliveryPlace {
  readonly position: number;
  readonly id: string;
}

/** How many attempts are kept of a delivery. */
export const KEPT_ATTEMPTS = 20;

/**
 * What is to be sent and what was: durable, beside the log. Several processes may send: whoever takes a delivery has it
 * until a moment, and when nothing was heard by then it is due again.
 */
export interface Deliveries {
  /** Queues them, each once by its id. */
  add(deliveries: readonly NewDelivery[]): Promise<void>;
  /** The same, and those that are there are to be sent again, from the first attempt on. */
  addAgain(deliveries: readonly NewDelivery[]): Promise<void>;
  /** The webhooks that have something due, without those excepted; what has been due longest first. */
  due(now: string, options: { readonly except: readonly string[]; readonly limit: number }): Promise<string[]>;
  /** Takes what of a webhook has been due longest, if anything is. */
  take(webhookId: string, now: string, until: string): Promise<Delivery | undefined>;
  /** Writes down the attempt; and what follows, if the delivery is still held until that moment. */
  settle(id: string, until: string, settled: Settled): Promise<void>;
  get(ids: readonly string[]): Promise<Delivery[]>;
  /** What was queued for a webhook, from the last position down, after a place. */
  page(webhookId: string, options: { readonly after?: DeliveryPlace; readonly limit: number }): Promise<Delivery[]>;
  /** Whether anything has arrived at the webhook since a moment. */
  hasArrivedSince(webhookId: string, moment: string): Promise<boolean>;
  /** Destroys all of a webhook. */
  forget(webhookId: string): Promise<void>;
  /** Destroys what was settled before a moment. */
  prune(before: string): Promise<void>;
  depth(): Promise<{ readonly pending: number; readonly oldestDueAt?: string | undefined }>;
}
