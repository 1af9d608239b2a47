/** What time it is, as an ISO 8601 instant in UTC with milliseconds. */
export interface Clock {
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };
