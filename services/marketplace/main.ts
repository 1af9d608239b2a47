import { parseArgs } from 'node:util';
import { exitWithReason, lifecycle, readConfig } from '@boxoffice/common';
import { createLogger } from '@boxoffice/common/http';
import { MarketplaceConfig } from './src/config.ts';
import { start } from './src/start.ts';

try {
  const { values } = parseArgs({ options: { empty: { type: 'boolean', default: false } } });
  const config = readConfig(MarketplaceConfig);
  await start(config, createLogger(config.LOG_LEVEL), lifecycle(), values);
} catch (error) {
  exitWithReason(error);
}
