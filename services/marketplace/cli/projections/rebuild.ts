import {
  type AnyProjection,
  type Build,
  rebuild as build,
  compareWithLive,
  generationsOf,
  versionName,
} from '@boxoffice/common';
import { RefusedError } from '../refused-error.ts';
import type { CommonOptions, Session } from '../session.ts';
import { showProgress } from '../terminal/progress.ts';
import { say } from '../terminal/say.ts';
import { findProjection } from './find-projection.ts';
import { putInPlace, type SwitchOptions } from './put-in-place.ts';
import { sayComparison } from './say-comparison.ts';
import { tell } from './tell.ts';

export interface RebuildOptions extends CommonOptions, SwitchOptions {
  readonly toVersion?: number;
  readonly dryRun?: boolean;
  /** `false` by `--no-switch`. */
  readonly switch: boolean;
}

/** `projections rebuild` */
export async function rebuild(session: Session, options: RebuildOptions, name: string): Promise<void> {
  const projection = findProjection(name);
  const { toVersion = projection.version } = options;
  if (toVersion !== projection.version)
    throw new RefusedError(
      `This build has ${versionName(projection)}. Another version is built by the build whose code reads it: deploy it`,
    );
  const readModels = await session.readModels();
  const generations = await generationsOf(projection, readModels);
  if (!generations.some(({ state }) => state === 'live'))
    throw new RefusedError(`Nobody has begun to keep ${versionName(projection)}: start its projector, which builds it`);
  const candidate = await built(session, projection);
  await using stack = new AsyncDisposableStack();
  // What is neither switched to nor wanted for later is not left behind, whatever happens.
  let isKept = false;
  stack.defer(async () => {
    await candidate[Symbol.asyncDispose]();
    const left = (await generationsOf(projection, readModels)).find(({ id }) => id === candidate.generation);
    if (!isKept && left?.state === 'candidate') await readModels.drop(projection, left.id);
  });
  const { generation, position, quarantined } = candidate;
  say(
    `${generation} is built up to position ${position}${quarantined > 0 ? `, with ${quarantined} keys in quarantine` : ''}.`,
  );
  const comparison = await compareWithLive(projection, readModels, candidate);
  session.signal.throwIfAborted();
  sayComparison(comparison);
  if (session.place.kind === 'folder') return void sayFolder(session, comparison.different.length);
  if (options.dryRun) {
    if (comparison.different.length > 0) session.onFound();
    return say('A dry run: it is removed again.');
  }
  const { documents } = comparison;
  await tell(session, projection, { type: 'RecordRebuild', generation, position, documents });
  if (!options.switch) {
    isKept = true;
    return say(`It waits as a candidate: boxoffice projections switch ${name}`);
  }
  isKept = await putInPlace(session, projection, candidate, comparison.different, options);
}

async function built(session: Session, projection: AnyProjection): Promise<Build> {
  const { log, signal } = session;
  using progress = showProgress(`Building ${versionName(projection)}`);
  const onProgress = ({ position, head }: { position: number; head: number }) => progress.show(position, head);
  return build(projection, { log, readModels: session.place.readModels, onProgress, signal });
}

function sayFolder({ onFound }: Session, different: number): void {
  if (different > 0) onFound();
  say(
    'Nothing is switched: the read models of a data folder are in the memory of its market, which builds them anew at',
  );
  say('every start. To rebuild them, restart it.');
}
