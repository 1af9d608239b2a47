import { ClientError } from '@boxoffice/common';
import { MAX_WEBHOOKS } from '@boxoffice/contracts';

/** 404: no webhook has this id, or it is somebody else's: the answer is the same. */
export class WebhookNotFound extends ClientError {
  constructor() {
    super('webhook-not-found', 'You have no webhook with this id');
  }
}

/** 409: nobody needs so many. */
export class TooManyWebhooks extends ClientError {
  constructor() {
    super('too-many-webhooks', `You have ${MAX_WEBHOOKS} webhooks; remove one first`);
  }
}

/** 409: nothing is sent to it. */
export class WebhookIsDisabled extends ClientError {
  constructor() {
    super('webhook-disabled', 'Nothing is sent to this webhook; enable it first');
  }
}

/** 429: each replay may be a thousand requests to somebody's server. */
export class ReplayTooSoon extends ClientError {
  constructor(seconds: number) {
    super('replay-too-soon', `This webhook was replayed a moment ago; try again in ${seconds} s`, {
      retryAfter: seconds,
    });
  }
}
