import { MongoBulkWriteError } from 'mongodb';
import type { CommitDocument, Commits } from './commits.ts';

/** Why an ordered insert stopped: at which document, and at which index. */
export interface Refusal {
  readonly at: number;
  readonly index: string;
}

/**
 * Inserts documents in order. Answers nothing when a majority has all of them, or where it stopped at a duplicate:
 * then a majority has all before it. Throws anything else: then nothing is known.
 */
export async function insertInOrder(commits: Commits, documents: CommitDocument[]): Promise<Refusal | undefined> {
  try {
    await commits.insertMany(documents, { ordered: true });
    return undefined;
  } catch (error) {
    const refusal = error instanceof MongoBulkWriteError ? refusalOf(error) : undefined;
    if (!refusal) throw error;
    return refusal;
  }
}

function refusalOf(error: MongoBulkWriteError): Refusal | undefined {
  const first = [error.writeErrors].flat()[0];
  if (first?.code !== 11_000 || error.result.getWriteConcernError()) return undefined;
  const index = / index: (\S+) /.exec(first.errmsg ?? '')?.[1];
  return index === undefined ? undefined : { at: first.index, index };
}
