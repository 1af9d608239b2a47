import { type ErrorCode, errorCatalogue, Problem } from '@boxoffice/contracts';
import { z } from 'zod';

/** A reply without a body. */
export const Empty = z.undefined().meta({ description: 'Done' });

/** The problems that a query may answer, for its contract: what any may, and these. */
export function refusals(...codes: ErrorCode[]): Record<number, z.ZodType> {
  const always: ErrorCode[] = ['invalid-input', 'internal', 'busy'];
  return Object.fromEntries([...always, ...codes].map((code) => [errorCatalogue[code].status, Problem]));
}

/** The problems that a command may answer: those of a query, what any command may, and these. */
export function commandRefusals(...codes: ErrorCode[]): Record<number, z.ZodType> {
  const refusal = ['cross-site-request', 'body-too-large', 'unsupported-media-type', 'idempotency-key-reused'] as const;
  return refusals(...refusal, 'concurrent-change', ...codes);
}
