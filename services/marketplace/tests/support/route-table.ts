/**
 * Every route of a server as `METHOD /path/:parameter`, those that no description names included: read from the tree of
 * its own router, where each level says what it adds to the path of the one above.
 */
export function routeTable(tree: string): string[] {
  const paths: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const match = /^((?:│ {3}| {4})*)[├└]── (\S+)(?: \((.+)\))?$/.exec(line);
    if (!match) return [];
    const [, indent = '', part = '', methods = ''] = match;
    const depth = indent.length / 4;
    const path = (depth === 0 ? '' : paths[depth - 1]) + part;
    paths[depth] = path;
    return methods.split(', ').flatMap((method) => (method === '' ? [] : [`${method} ${path}`]));
  });
}
