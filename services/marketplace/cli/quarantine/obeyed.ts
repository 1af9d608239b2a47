import { type AnyProjection, memoryReadModels, type Quarantined, versionName } from '@boxoffice/common';
import { stillStuck } from '../../operations/quarantine/quarantine.ts';
import { foldFolder } from '../projections/fold-folder.ts';
import type { Session } from '../session.ts';
import { say } from '../terminal/say.ts';

export interface WaitOptions {
  /** Milliseconds. */
  readonly wait: number;
}

interface Told {
  readonly keys: readonly string[];
  readonly position: number;
}

/** Waits until a projection has come to what was said at a position, and says what has become of the keys. */
export async function sayObeyed(
  session: Session,
  projection: AnyProjection,
  told: Told,
  { wait }: WaitOptions,
): Promise<void> {
  const { place, log, signal, onFound } = session;
  if (place.kind === 'folder') {
    await using folded = memoryReadModels();
    await foldFolder(folded, log, signal);
    say('A running market obeys within a second, another one at its next start. As this build folds the log:');
    return sayKeys(told, (await stillStuck(folded, projection, { ...told, position: 0 }, 0)) ?? [], onFound);
  }
  if (wait === 0) return;
  const stuck = await stillStuck(place.readModels, projection, told, wait);
  if (stuck) return sayKeys(told, stuck, onFound);
  onFound();
  say(`${versionName(projection)} has not come to it within ${wait / 1000} s. See boxoffice projections list.`);
}

function sayKeys({ keys }: Told, stuck: readonly Quarantined[], onFound: () => void): void {
  if (stuck.length > 0) onFound();
  for (const key of keys) {
    const found = stuck.find((one) => one.key === key);
    say(
      found ? `${key} is in quarantine at position ${found.position}: ${found.reason}` : `${key} is out of quarantine.`,
    );
  }
}
