/** What a message takes and makes: `count: plural few one other`, `link: tag`. */
export function partsOf(message: string): string[] {
  const parts: string[] = [];
  for (const [, tag] of message.matchAll(/<(\w+)>/g)) parts.push(`${tag}: tag`);
  readArguments(message, parts);
  return [...new Set(parts)].sort();
}

/** The branches of the plurals in a message, by the name of what is counted. */
export function pluralsOf(message: string): Record<string, string[]> {
  const plurals: Record<string, string[]> = {};
  for (const part of partsOf(message)) {
    const [name = '', kind = '', ...branches] = part.split(/:? /);
    if (kind === 'plural') plurals[name] = branches;
  }
  return plurals;
}

function readArguments(text: string, parts: string[]): void {
  for (const inner of bracesIn(text)) {
    const [name = '', kind] = inner.split(',', 2).map((each) => each.trim());
    if (kind === undefined) {
      parts.push(name);
      continue;
    }
    const branches = inner.slice(inner.indexOf(',', inner.indexOf(',') + 1) + 1);
    const selectors = outside(branches).trim().split(/\s+/);
    parts.push(`${name}: ${kind} ${selectors.sort().join(' ')}`);
    for (const branch of bracesIn(branches)) readArguments(branch, parts);
  }
}

/** What stands in the outermost braces of a text. */
function bracesIn(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [at, char] of [...text].entries()) {
    if (char === '{' && depth++ === 0) start = at + 1;
    if (char === '}' && --depth === 0) found.push([...text].slice(start, at).join(''));
  }
  return found;
}

/** What stands outside of all braces. */
function outside(text: string): string {
  return bracesIn(text).reduce((rest, inner) => rest.replace(`{${inner}}`, ' '), text);
}
