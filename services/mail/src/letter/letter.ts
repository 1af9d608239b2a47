/** What a mail says, before it is put into a form. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Names and values, as the rows of a table. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly link: { readonly label: string; readonly url: string };
  /** Who says it. */
  readonly signature: string;
}

/** A mail in both its forms. They say the same. */
export interface Written {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Puts a letter into both forms. */
export function written(letter: Letter): Written {
  return { subject: letter.subject, text: textOf(letter), html: htmlOf(letter) };
}

function textOf({ subject, paragraphs, facts, link, signature }: Letter): string {
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  const table = facts.map(([name, value]) => `${`${name}:`.padEnd(width)}${value}`).join('\n');
  return `${[subject, ...paragraphs, table, `${link.label}:\n${link.url}`, `-- \n${signature}`].join('\n\n')}\n`;
}

// Titles and places are typed by people of all scripts: `dir="auto"` keeps their direction from the words around them.
function htmlOf({ subject, paragraphs, facts, link, signature }: Letter): string {
  const rows = facts.map(
    ([name, value]) =>
      `<tr><th align="left" valign="top" style="padding:2px 16px 2px 0">${escaped(name)}</th>` +
      `<td dir="auto" style="padding:2px 0">${escaped(value)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="font:16px/1.5 sans-serif;color:#1b1b1f;background:#ffffff;max-width:36em">
<h1 dir="auto" style="font-size:20px">${escaped(subject)}</h1>
${paragraphs.map((paragraph) => `<p dir="auto">${escaped(paragraph)}</p>`).join('\n')}
<table style="border-collapse:collapse">
${rows.join('\n')}
</table>
<p><a href="${escaped(link.url)}">${escaped(link.label)}</a></p>
<p style="color:#5f5f6b">${escaped(signature)}</p>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
