/** A file in the data folder that is not what its name says. It is left as it is for somebody to look at. */
export class FileRefusedError extends Error {
  readonly path: string;

  constructor(path: string, reason: string) {
    super(`${path} cannot be used: ${reason}. It has been left as it is; move it away or choose another DATA_DIR`);
    this.name = 'FileRefusedError';
    this.path = path;
  }
}
