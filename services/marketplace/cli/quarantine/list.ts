import { versionName } from '@boxoffice/common';
import { projections } from '../../src/market.ts';
import type { CommonOptions, Session } from '../session.ts';
import { say, sayJson } from '../terminal/say.ts';
import { sayTable } from '../terminal/say-table.ts';

/** `quarantine list` */
export async function list(session: Session, { json }: CommonOptions): Promise<void> {
  const readModels = await session.readModels();
  const found = projections.map(async (projection) => {
    const quarantine = await readModels.reader(projection).quarantine();
    return quarantine.map((one) => ({ projection: projection.name, version: projection.version, ...one }));
  });
  const all = (await Promise.all(found)).flat();
  if (json) return sayJson(all);
  if (all.length === 0) return say('No document is in quarantine.');
  sayTable(
    ['PROJECTION', 'KEY', 'POSITION', 'SINCE', 'REASON'],
    all.map(({ projection, version, key, position, at, reason }) => [
      ...[versionName({ name: projection, version }), key, position, at, reason],
    ]),
  );
}
