import { exitWithReason, HttpConfig, readConfig } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { queries } from './src/index.ts';

try {
  await httpRole('live-query', readConfig(HttpConfig), queries);
} catch (error) {
  exitWithReason(error);
}
