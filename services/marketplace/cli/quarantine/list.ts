import { versionName } from '@boxoffice/common';
import { allQuarantined } from '../../operations/quarantine/quarantine.ts';
import type { CommonOptions, Session } from '../session.ts';
import { say, sayJson } from '../terminal/say.ts';
import { sayTable } from '../terminal/say-table.ts';

/** `quarantine list` */
export async function list(session: Session, { json }: CommonOptions): Promise<void> {
  const all = await allQuarantined(await session.readModels());
  if (json) return sayJson(all);
  if (all.length === 0) return say('No document is in quarantine.');
  sayTable(
    ['PROJECTION', 'KEY', 'POSITION', 'SINCE', 'REASON'],
    all.map(({ projection, version, key, position, at, reason }) => [
      ...[versionName({ name: projection, version }), key, position, at, reason],
    ]),
  );
}
