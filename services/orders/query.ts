import { exitWithReason, HttpConfig, readConfig } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { queries } from './src/index.ts';

try {
  await httpRole('orders-query', readConfig(HttpConfig), queries);
} catch (error) {
  exitWithReason(error);
}
