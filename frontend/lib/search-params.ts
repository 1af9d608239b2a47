export type SearchParams = Record<string, string | string[] | undefined>;

/** One value of the page's own query; the first, should it be there twice. */
export function one(params: SearchParams, name: string): string | undefined {
  const value = params[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === '' ? undefined : first;
}

/** The page's own address, its query included. */
export function pageHref(path: string, params: SearchParams): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) for (const each of [value ?? []].flat()) query.append(name, each);
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The part of an API query that asks for a page. */
export function pageOf(params: SearchParams): URLSearchParams {
  const cursor = one(params, 'cursor');
  return new URLSearchParams(cursor === undefined ? {} : { cursor });
}
