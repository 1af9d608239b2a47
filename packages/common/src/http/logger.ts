import { type Logger, pino } from 'pino';

/** Logs JSON lines to the standard error. What could name a person or open a session is left out. */
export function createLogger(level: string): Logger {
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
    pino.destination({ dest: 2, sync: true }),
  );
}
