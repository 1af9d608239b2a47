import { z } from 'zod';

/** An opaque identifier. Nothing may be read from it. */
export const Id = z.uuid({ error: 'must be an id' });
export type Id = z.infer<typeof Id>;
