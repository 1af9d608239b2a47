import { exitWithReason, readConfig } from '@boxoffice/common';
import { httpRole, mongoVault } from '@boxoffice/common/roles';
import { CommandConfig } from './src/config.ts';
import { commands, scryptPasswords } from './src/index.ts';

try {
  const config = readConfig(CommandConfig);
  const passwords = scryptPasswords(config.SCRYPT_LN);
  await httpRole('auth-command', config, (parts) =>
    commands({ ...parts, vault: mongoVault(parts.mongo.db), passwords, emailKey: config.EMAIL_KEY }),
  );
} catch (error) {
  exitWithReason(error);
}
