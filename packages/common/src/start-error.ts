/** A process cannot start, for a reason that a person can put right. Its message says what to do; a stack would not. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** Ends a process that cannot start: what a person can put right in words, anything else with its stack. */
export function exitWithReason(error: unknown): never {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}

function reasonOf(error: unknown): string {
  const { code, port, address, message, stack } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (error instanceof StartError) return message;
  if (code === 'EADDRINUSE') return `PORT: ${port} is taken by another program; choose another, as PORT=3001`;
  if (code === 'EACCES' && port) return `PORT: this user may not listen on ${port}; choose one above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST: ${address ?? 'it'} is not an address of this machine`;
  if (code && ['EACCES', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'].includes(code)) return `DATA_DIR: ${message}`;
  if (message?.includes('disk is full')) return 'DATA_DIR: there is no space left on its disk';
  if (code?.startsWith('ERR_PARSE_ARGS')) return message;
  return stack ?? String(error);
}
