import { ownPath } from '../../../lib/safe-next.ts';

/** A part of a mail: words, names with values, or the way to a page. */
export type MailPart =
  | { kind: 'words'; text: string }
  | { kind: 'facts'; facts: readonly (readonly [name: string, value: string])[] }
  | { kind: 'link'; text: string; href: string };

/**
 * The text of a mail as what it is made of, without its subject and signature. The other form of a mail, HTML, is not
 * shown: it has styles of its own, which the policy of the pages forbids. Links lead to pages of this site, whatever
 * stands in the mail.
 */
export function mailParts(text: string, subject: string): MailPart[] {
  const [body = ''] = text.split('\n\n-- \n');
  const blocks = body.split('\n\n').map((block) => block.trim());
  return blocks.filter((block, at) => block !== '' && !(at === 0 && block === subject)).map(partOf);
}

function partOf(block: string): MailPart {
  const lines = block.split('\n');
  const [label = '', address = ''] = lines;
  if (lines.length === 2 && label.endsWith(':') && URL.canParse(address)) {
    const { pathname, search } = new URL(address);
    return { kind: 'link', text: label.slice(0, -1), href: ownPath(pathname + search) };
  }
  const facts = lines.map((line) => /^(?<name>[^:]{1,40}): +(?<value>\S.*)$/.exec(line)?.groups);
  if (lines.length > 1 && facts.every((fact) => fact !== undefined))
    return { kind: 'facts', facts: facts.map(({ name = '', value = '' }) => [name, value] as const) };
  return { kind: 'words', text: block };
}
