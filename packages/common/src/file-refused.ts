import { StartError } from './start-error.ts';

/** A file in the data folder that is not what its name says. It is left as it is for somebody to look at. */
export class FileRefusedError extends StartError {
  readonly path: string;

  constructor(path: string, reason: string) {
    super(`${path} cannot be used: ${reason}. It has been left as it is; move it away or choose another DATA_DIR`);
    this.path = path;
  }
}
