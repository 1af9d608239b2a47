import type { Commit } from '@boxoffice/contracts';
import { type Commits, decode } from './commits.ts';
import { pause } from './pause.ts';

/**
 * The commits that commands have made already, each under its command's id. What a majority does not have yet is waited
 * for: it stays, or goes with a primary that loses its office.
 * @throws {MongoError} it has taken too long
 */
export async function findCommands(
  commits: Commits,
  commandIds: readonly string[],
  deadline: number,
): Promise<Map<string, Commit>> {
  for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
    const certain = await commits.find({ commandId: { $in: commandIds } }).toArray();
    const found = new Map(certain.map((document) => [document.commandId, decode(document)]));
    const $in = commandIds.filter((id) => !found.has(id));
    if ($in.length === 0) return found;
    if (!(await commits.findOne({ commandId: { $in } }, { readConcern: { level: 'local' } }))) return found;
    await pause(wait, deadline);
  }
}
