/** Whether the append was carried out is not known: the server did not say so in time. Asked again, it is found out. */
export class UnknownOutcomeError extends Error {
  constructor(commandId: string, cause: unknown) {
    super(`it is not known whether command ${commandId} was appended`, { cause });
    this.name = 'UnknownOutcomeError';
  }
}
