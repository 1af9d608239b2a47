import { type Comparison, SHOWN } from '@boxoffice/common';
import { say } from '../terminal/say.ts';

const NAMED = 20;

/** How a build differs from what is live. */
export function sayComparison({ documents, different }: Comparison): void {
  if (different.length === 0) {
    say(`Equal to the live one, byte for byte: ${documents} documents.`);
    return;
  }
  const most = different.length >= SHOWN ? 'At least ' : '';
  say(`${most}${different.length} of ${documents} documents differ from the live one:`);
  for (const key of different.slice(0, NAMED)) say(`  ${key}`);
  if (different.length > NAMED) say(`  and ${different.length - NAMED} more`);
}
