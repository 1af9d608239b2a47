import { ConfigError, FileRefusedError } from '@boxoffice/common';
import { DataFolderInUse } from './data-folder.ts';
import { ClientNotBuilt } from './web-client.ts';

const explained = [ConfigError, FileRefusedError, DataFolderInUse, ClientNotBuilt];

/** Ends a process that cannot start: what a person can put right in words, anything else with its stack. */
export function exitWithReason(error: unknown): never {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}

function reasonOf(error: unknown): string {
  const { code, port, address, message, stack } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE') return `PORT: ${port} is taken by another program; choose another, as PORT=3001 npm start`;
  if (code === 'EACCES' && port) return `PORT: this user may not listen on ${port}; choose one above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST: ${address ?? 'it'} is not an address of this machine`;
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') return `DATA_DIR: ${message}`;
  if (code?.startsWith('ERR_PARSE_ARGS'))
    return `${message}\nThe only option is --empty: begin without the demo catalogue`;
  if (explained.some((known) => error instanceof known)) return message;
  return stack ?? String(error);
}
