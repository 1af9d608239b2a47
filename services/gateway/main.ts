import { exitWithReason, lifecycle, readConfig } from '@boxoffice/common';
import { createLogger, createServer, health, metricsRoute } from '@boxoffice/common/http';
import { closeDrained, graceOf } from '@boxoffice/common/roles';
import { addressesOf, GatewayConfig } from './src/config.ts';
import { gateway } from './src/gateway.ts';

try {
  const config = readConfig(GatewayConfig);
  const logger = createLogger(config.LOG_LEVEL).child({ role: 'gateway' });
  const app = await createServer({ logger, trustProxy: config.TRUST_PROXY, secure: false });
  let stopping = false;
  lifecycle(graceOf(config)).defer(async () => {
    stopping = true;
    await closeDrained(app, config);
  });
  await app.register(health(() => !stopping));
  await app.register(metricsRoute({ localOnly: true }));
  await app.register(gateway(addressesOf(config)));
  await app.listen({ host: config.HOST, port: config.PORT });
  logger.info('ready');
} catch (error) {
  exitWithReason(error);
}
