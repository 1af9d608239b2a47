import { SandboxMethod } from '@boxoffice/contracts';
import type { Translate } from '../../../lib/words.ts';

/** What a test card is called and what it does; nothing for other ways to pay. */
export function testCardWords(method: string, t: Translate): { name?: string; line?: string } {
  const { data: card } = SandboxMethod.safeParse(method);
  return card ? { name: t(`testCard.${card}.name`), line: t(`testCard.${card}.line`) } : {};
}
