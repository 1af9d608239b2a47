export { type StreamDependencies, streamQueries as queries } from './stream/routes.ts';
