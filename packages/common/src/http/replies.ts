import { type ErrorCode, errorCatalogue, Problem } from '@boxoffice/contracts';
import { z } from 'zod';

/** A reply without a body. */
export const Empty = z.undefined().meta({ description: 'Done' });

/** The problems that a route may answer, for its contract: what any route may, and these. */
export function refusals(...codes: ErrorCode[]): Record<number, z.ZodType> {
  const always: ErrorCode[] = ['invalid-input', 'internal', 'busy'];
  return Object.fromEntries([...always, ...codes].map((code) => [errorCatalogue[code].status, Problem]));
}
