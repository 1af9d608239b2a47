import { type EventLog, openBuild, PoisonError, type ReadModels, versionName } from '@boxoffice/common';
import { projections } from '../../src/projections.ts';
import { showProgress } from '../terminal/progress.ts';

/**
 * Folds the log of a data folder into read models, as the market does when it starts. Folds are deterministic: this is
 * what a market of the same build shows. A projection that cannot go on is halted where it is.
 */
export async function foldFolder(readModels: ReadModels, log: EventLog, signal: AbortSignal): Promise<void> {
  using progress = showProgress('Folding the log');
  for (const [done, projection] of projections.entries()) {
    const onProgress = ({ position, head }: { position: number; head: number }) =>
      progress.show(done * head + position, projections.length * head);
    try {
      await using build = await openBuild(projection, versionName(projection), { log, readModels, onProgress, signal });
      await build.catchUp();
    } catch (error) {
      if (!(error instanceof PoisonError)) throw error;
      await using writer = await readModels.writer(projection);
      await writer.halt({ position: error.position, reason: error.message });
    }
  }
}
