/** What was asked for is not to be had here. Its message says why; nothing was done. */
export class RefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RefusedError';
  }
}
