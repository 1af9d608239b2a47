import { compareWithLive, versionName } from '@boxoffice/common';
import { buildCandidate, recordBuild } from '../../operations/projections/candidate.ts';
import { findProjection } from '../../operations/projections/find-projection.ts';
import { RefusedError } from '../refused-error.ts';
import { type CommonOptions, newContext, type Session, underwayIn } from '../session.ts';
import { say } from '../terminal/say.ts';
import { askAndPutInPlace, type SwitchOptions } from './ask-and-put-in-place.ts';
import { sayComparison } from './say-comparison.ts';

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
  const underway = await underwayIn(session);
  await using candidate = await buildCandidate(underway, projection);
  const { build } = candidate;
  const { generation, position, quarantined } = build;
  say(
    `${generation} is built up to position ${position}${quarantined > 0 ? `, with ${quarantined} keys in quarantine` : ''}.`,
  );
  const comparison = await compareWithLive(projection, underway.readModels, build);
  session.signal.throwIfAborted();
  sayComparison(comparison);
  if (session.place.kind === 'folder') return sayFolder(session, comparison.different.length);
  if (options.dryRun) {
    if (comparison.different.length > 0) session.onFound();
    return say('A dry run: it is removed again.');
  }
  await recordBuild(underway, projection, build, comparison, newContext(session));
  if (options.switch) {
    // Not before it is in place is the build let go.
    await askAndPutInPlace(session, projection, build, comparison.different, options);
    return;
  }
  candidate.keep();
  say(`It waits as a candidate: boxoffice projections switch ${name}`);
}

function sayFolder({ onFound }: Session, different: number): void {
  if (different > 0) onFound();
  say(
    'Nothing is switched: the read models of a data folder are in the memory of its market, which builds them anew at',
  );
  say('every start. To rebuild them, restart it.');
}
