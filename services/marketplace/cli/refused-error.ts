/** What was asked for is not to be had, as things stand. Its message says why; nothing was done. */
export class RefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RefusedError';
  }
}
