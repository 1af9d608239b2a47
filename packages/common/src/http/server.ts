import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { commandLog } from './command-log.ts';
import { crossSite } from './cross-site.ts';
import { answerError, problems } from './problems.ts';
import { requestMetrics } from './request-metrics.ts';

export interface ServerOptions {
  readonly logger: FastifyBaseLogger;
  /** Which proxies are believed when they say who the client is: addresses or ranges (`loopback`, `10.0.0.0/8`). */
  readonly trustProxy: string;
  /** Browsers come by HTTPS: every cookie is `Secure`. */
  readonly secure: boolean;
}

/**
 * A Fastify server as every process of ours has it: zod contracts, problem documents, security headers, refusal of
 * cross-site changes, and limits (security.md 13, 25–27, 39).
 */
export async function createServer({ logger, trustProxy, secure }: ServerOptions) {
  const app = Fastify({
    loggerInstance: logger,
    trustProxy,
    bodyLimit: 16 * 1024,
    requestTimeout: 10_000,
    // To Node itself as well: what Fastify sets afterwards does not reach all of its checks.
    http: { requestTimeout: 10_000, headersTimeout: 10_000, connectionsCheckingInterval: 1000 },
    // Stopping: let idle connections go, and answer what comes on the others still, each as its connection's last.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: () => crypto.randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerError,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // Only JSON: what a form of another site can send without asking is refused by its type.
  app.removeContentTypeParser('text/plain');
  await app.register(requestMetrics);
  await app.register(commandLog);
  await app.register(problems);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: { maxAge: 63_072_000, includeSubDomains: true },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    frameguard: { action: 'deny' },
  });
  await app.register(cookie, { parseOptions: { secure } });
  await app.register(crossSite);
  return app;
}
