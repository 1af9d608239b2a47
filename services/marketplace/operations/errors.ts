import { ClientError, versionName } from '@boxoffice/common';

/** 404: this build has no projection of that name. */
export class ProjectionNotFound extends ClientError {
  constructor(name: string, names: readonly string[]) {
    super('projection-not-found', `There is no projection ${name}. There are: ${names.join(', ')}`);
  }
}

/** 404: no event was ever written to it. */
export class StreamNotFound extends ClientError {
  constructor(id: string, forms: readonly string[]) {
    super(
      'stream-not-found',
      `There is no stream ${id}. A stream is named by its category and an id: ${forms.join(', ')}`,
    );
  }
}

/** 404: the log is not that long. */
export class CommitNotFound extends ClientError {
  constructor(position: number) {
    super('commit-not-found', `There is nothing at position ${position} of the log`);
  }
}

/** 404: it was never begun here, or it has been forgotten. */
export class JobNotFound extends ClientError {
  constructor() {
    super('job-not-found', 'There is no job with this id; they are forgotten when their process ends');
  }
}

/** 409: one at a time. */
export class OperationInProgress extends ClientError {
  constructor(what: string) {
    super('operation-in-progress', `${what}: wait for its end, or cancel it`, { retryAfter: 5 });
  }
}

/** 409: there is no trouble with that key. */
export class NotInQuarantine extends ClientError {
  constructor(key: string, projection: string) {
    super('not-in-quarantine', `${key} is not in the quarantine of ${projection}`);
  }
}

/** 409: there is no generation to compare with, to switch to or to go back to. */
export class GenerationMissing extends ClientError {
  constructor(reason: string) {
    super('generation-missing', reason);
  }

  static unkept(projection: { name: string; version: number }): GenerationMissing {
    return new GenerationMissing(
      `Nobody has begun to keep ${versionName(projection)}: start its projector, which builds it`,
    );
  }
}
