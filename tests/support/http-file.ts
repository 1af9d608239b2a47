/** A request of a `.http` file, its variables not yet filled in. */
export interface HttpRequest {
  /** What stands after `###`. */
  readonly title: string;
  /** What stands after `# @name`. */
  readonly name: string | undefined;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Reads a file as the REST clients of editors do: `###` between requests, `@name = value` for variables. */
export function parseHttpFile(text: string): { requests: HttpRequest[]; variables: Map<string, string> } {
  const variables = new Map<string, string>();
  const requests: HttpRequest[] = [];
  for (const section of text.split(/^###/m)) {
    const [title = '', ...lines] = section.split('\n');
    for (const line of lines) {
      const variable = /^@(\w+) = (.+)$/.exec(line);
      if (variable) variables.set(variable[1] ?? '', variable[2] ?? '');
    }
    const name = lines.map((line) => /^# @name (\w+)$/.exec(line)?.[1]).find(Boolean);
    const said = lines.filter((line) => !/^[#@]/.test(line));
    const start = said.findIndex((line) => /^[A-Z]+ \S+$/.test(line));
    if (start === -1) continue;
    const [request = '', ...rest] = said.slice(start);
    const [method = '', url = ''] = request.split(' ');
    const blank = rest.indexOf('');
    const headers = Object.fromEntries(rest.slice(0, blank).map((line) => line.split(/: (.*)/) as [string, string]));
    const body = rest.slice(blank).join('\n').trim() || undefined;
    requests.push({ title: title.trim(), name, method, url, headers, body });
  }
  return { requests, variables };
}
