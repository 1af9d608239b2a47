import { z } from 'zod';

const Env = z.object({
  API_ORIGIN: z
    .url({ protocol: /^https?$/, error: 'API_ORIGIN must be an http(s) address, as http://127.0.0.1:3000' })
    .transform((address) => new URL(address).origin)
    .default('http://127.0.0.1:3000'),
});

/** Where the API answers. Read at each request: the process that serves the pages sets it after they were built. */
export function apiOrigin(): string {
  return Env.parse({ API_ORIGIN: process.env.API_ORIGIN }).API_ORIGIN;
}

/** Whether the pages are served from their sources, with tools that a built client does without. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development';
}
