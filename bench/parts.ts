import { append } from './append/part.ts';
import { lag } from './lag/part.ts';
import { lighthouse } from './lighthouse/part.ts';
import type { Part } from './part.ts';
import { rebuild } from './rebuild/part.ts';
import { start } from './start/part.ts';

/** In the order in which they are measured. */
export const parts: readonly Part[] = [append, lag, rebuild, start, lighthouse];
