import {
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';

interface Options {
  readonly stream: string;
  readonly subject: string;
  readonly maxAgeMs: number;
  readonly maxBytes: number;
}

/** Makes the stream if it is missing. One that is there stays as it is: whoever runs the server may have tuned it. */
export async function ensureStream({ streams }: JetStreamManager, options: Options): Promise<void> {
  const { stream, subject, maxAgeMs, maxBytes } = options;
  if (await found(streams.info(stream))) return;
  await streams.add({
    name: stream,
    subjects: [subject],
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.Old,
    max_age: nanos(maxAgeMs),
    max_bytes: maxBytes,
  });
}

/** What the server answers, or nothing when it has no such thing. */
export async function found<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.status === 404) return undefined;
    throw error;
  }
}
