import { type DestinationStream, type Logger, pino } from 'pino';

/** Logs JSON lines, to the standard error if not told otherwise. What could name a person or open a session is left out. */
export function createLogger(level: string, to?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['req.headers', 'res.headers', '*.password', '*.email', '*.token'],
      serializers: {
        err: pino.stdSerializers.err,
        // An address is personal data, and so may be what stands in a query.
        req: ({ id, method, routeOptions }) => ({ id, method, route: routeOptions?.url }),
      },
    },
    to ?? pino.destination({ dest: 2, sync: true }),
  );
}
