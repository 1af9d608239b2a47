import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NOTICE } from './markdown.ts';

/** The names of the pages of which there is a picture, from `docs/pages/*.webp`. */
export function picturedPages(): string[] {
  const cwd = fileURLToPath(new URL('../../docs/pages', import.meta.url));
  return globSync('*.webp', { cwd })
    .map((file) => file.replace('.webp', ''))
    .toSorted();
}

/** Every page, as it looked when `pnpm screenshots` was run last. */
export function pagesPage(): string {
  const sections = picturedPages().map((name) => {
    const words = name.replaceAll('-', ' ');
    return `## ${words}\n\n![${words}: light, dark, and on a phone.](pages/${name}.webp)`;
  });
  return `${[NOTICE, '# Every page', intro, ...sections].join('\n\n')}\n`;
}

const intro = `In every state that looks different: light and dark at a desk, and on a phone. \`pnpm screenshots\` takes them anew, and in
Arabic as well; a test holds each of them to [axe-core](../tests/accessibility.test.ts).`;
