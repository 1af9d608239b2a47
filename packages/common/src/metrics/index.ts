/** Every instrument there is, on the registry of the process. */
export { register } from 'prom-client';
export * from './append.ts';
export * from './bus.ts';
export * from './http.ts';
export * from './metered-event-log.ts';
export * from './projection.ts';
export * from './reaction.ts';
export * from './ready.ts';
export * from './relay.ts';
export * from './stream.ts';
