import { streamEntries } from '../../operations/log/stream.ts';
import type { CommonOptions, Session } from '../session.ts';
import { say, sayJson } from '../terminal/say.ts';

/** `stream show` */
export async function showStream({ log }: Session, { json }: CommonOptions, id: string): Promise<void> {
  const shown = await streamEntries(log, id);
  if (json) return sayJson(shown);
  for (const { revision, position, at, actor, correlationId, events, others } of shown) {
    const beside = others.length > 0 ? `, together with ${others.join(', ')}` : '';
    say(`revision ${revision} at position ${position}, ${at}, by ${actor}, correlation ${correlationId}${beside}`);
    for (const { type, version, data } of events) say(`  ${type}@${version}  ${JSON.stringify(data)}`);
  }
}
