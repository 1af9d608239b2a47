import { type ErrorCode, errorCatalogue, type FieldError } from '@boxoffice/contracts';

interface Details {
  readonly errors?: readonly FieldError[];
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/**
 * An error meant for the client: one of the catalogue in `contracts`, with the facts of this case in its message.
 * Anything else that is thrown while a request is answered is a fault of ours and says nothing to the client.
 */
export class ClientError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, { errors, retryAfter, cause }: Details = {}) {
    super(message, { cause });
    this.name = new.target.name;
    this.code = code;
    this.status = errorCatalogue[code].status;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

/** 400: the request does not satisfy its contract; each wrong field is named. */
export class InvalidInput extends ClientError {
  constructor(errors: readonly FieldError[]) {
    super('invalid-input', errors.map(({ field, message }) => `${field} ${message}`).join('; '), { errors });
  }
}

/** 401: nobody is signed in. */
export class NotSignedIn extends ClientError {
  constructor() {
    super('not-signed-in', 'This needs an account: sign in, or sign up first');
  }
}

/** 403: it is for those who look after the market. */
export class NotAnOperator extends ClientError {
  constructor() {
    super('not-an-operator', 'This is for the operators of the market');
  }
}

/** 403: a browser sent it from a page of another site. */
export class CrossSiteRequest extends ClientError {
  constructor() {
    super('cross-site-request', 'Changes are accepted from the pages of this site only');
  }
}

/** 409: the streams kept moving while the command was decided again and again. */
export class ConcurrentChange extends ClientError {
  constructor(cause: unknown) {
    super('concurrent-change', 'Others were quicker, several times in a row; try again', { cause });
  }
}

/** 412: `If-Match` names another revision than the present one. */
export class RevisionStale extends ClientError {
  constructor(expected: number, actual: number) {
    super('revision-stale', `You read revision ${expected} and it is at ${actual} now; read it again`);
  }
}

/** 422: the key was used before, for a request with another body. */
export class IdempotencyKeyReused extends ClientError {
  constructor() {
    super('idempotency-key-reused', 'This Idempotency-Key belongs to an earlier request with another body');
  }
}

/** 503: too much of the same kind is being worked on. */
export class Busy extends ClientError {
  constructor(what: string, retryAfter: number) {
    super('busy', `${what}; try again in ${retryAfter} s`, { retryAfter });
  }
}

/** 503: the read model has not reached the position that the request carries. */
export class NotCaughtUp extends ClientError {
  constructor(wanted: number, reached: number) {
    super('not-caught-up', `The answer is at position ${reached} and position ${wanted} was asked for`, {
      retryAfter: 1,
    });
  }
}
