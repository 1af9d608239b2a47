import { type AnyProjection, memoryReadModels, type ReadModels, versionName } from '@boxoffice/common';
import { foldFolder } from '../projections/fold-folder.ts';
import type { Session } from '../session.ts';
import { say } from '../terminal/say.ts';

export interface WaitOptions {
  /** Milliseconds. */
  readonly wait: number;
}

/** Waits until a projection has come to what was said at a position, and says what has become of the keys. */
export async function sayObeyed(
  session: Session,
  projection: AnyProjection,
  { keys, position }: { keys: readonly string[]; position: number },
  { wait }: WaitOptions,
): Promise<void> {
  const { place, log, signal, onFound } = session;
  if (place.kind === 'folder') {
    await using folded = memoryReadModels();
    await foldFolder(folded, log, signal);
    say('A running market obeys within a second, another one at its next start. As this build folds the log:');
    return sayKeys(folded, projection, keys, onFound);
  }
  if (wait === 0) return;
  if (await place.readModels.reader(projection).reached(position, wait))
    return sayKeys(place.readModels, projection, keys, onFound);
  onFound();
  say(`${versionName(projection)} has not come to it within ${wait / 1000} s. See boxoffice projections list.`);
}

async function sayKeys(
  readModels: ReadModels,
  projection: AnyProjection,
  keys: readonly string[],
  onFound: () => void,
) {
  const quarantine = await readModels.reader(projection).quarantine();
  for (const key of keys) {
    const stuck = quarantine.find((one) => one.key === key);
    if (stuck) onFound();
    say(
      stuck ? `${key} is in quarantine at position ${stuck.position}: ${stuck.reason}` : `${key} is out of quarantine.`,
    );
  }
}
