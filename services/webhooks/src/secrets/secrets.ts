/** What a webhook's messages are signed with. It is here and nowhere else: events name it by its id. */
export interface Secret {
  readonly secretId: string;
  readonly webhookId: string;
  /** `whsec_` and Base64. */
  readonly value: string;
}

/** The secrets of webhooks, beside the log: an append-only log could not forget them. */
export interface Secrets {
  put(secret: Secret): Promise<void>;
  /** The values of these, in their order; one that is gone is left out. */
  get(secretIds: readonly string[]): Promise<string[]>;
  destroy(secretId: string): Promise<void>;
  /** Destroys all of a webhook. Nothing happens when there are none. */
  destroyAll(webhookId: string): Promise<void>;
  /** All of a webhook but this one may be swept from this moment on, unless they may be sooner. */
  retireOthers(webhookId: string, secretId: string, until: string): Promise<void>;
  /** Destroys what may be swept. */
  sweep(now: string): Promise<void>;
}
