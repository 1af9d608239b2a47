import { exitWithReason, HttpConfig, readConfig } from '@boxoffice/common';
import { httpRole } from '@boxoffice/common/roles';
import { mongoMailbox, queries } from './src/index.ts';

try {
  await httpRole('mail-query', readConfig(HttpConfig), ({ mongo }) => queries({ mailbox: mongoMailbox(mongo.db) }));
} catch (error) {
  exitWithReason(error);
}
