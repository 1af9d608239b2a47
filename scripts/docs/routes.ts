import { code, NOTICE, table } from './markdown.ts';
import { memoryMarket } from './memory-market.ts';
import { headers } from './routes-headers.ts';
import { summaries } from './routes-summaries.ts';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Operation {
  readonly tags: readonly string[];
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

/** What we read of the OpenAPI document. */
export interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The OpenAPI document of the whole market, from a market that lives in memory for as long as it takes to ask. */
export async function describeApi(): Promise<ApiDescription> {
  await using market = await memoryMarket();
  await market.app.ready();
  return market.app.swagger() as unknown as ApiDescription;
}

/** `docs/routes.md`. */
export function routesPage(api: ApiDescription): string {
  const sections = Map.groupBy(routesOf(api), ({ operation }) => operation.tags[0] ?? 'others');
  const tables = [...sections].map(([tag, routes]) => {
    const rows = routes.map(({ name, operation }) => [
      code(name),
      summaryOf(name),
      takes(api, operation),
      answers(operation),
    ]);
    return `## ${tag[0]?.toUpperCase()}${tag.slice(1)}\n\n${table(['Route', 'What it does', 'Takes', 'Answers'], rows)}`;
  });
  return `${NOTICE}

# Routes

All routes of the API, as the running market describes them in its OpenAPI document (\`/api/docs/json\`; to read and try
in a browser: \`/api/docs\`). A mark \`?\` stands after what may be left out. Errors are told apart by their \`code\`: see
[errors](errors.md). [\`api.http\`](../api.http) calls every route, in the order of a story.

${tables.join('\n\n')}

${headers}`;
}

/** Every route of the API as `METHOD /path/{parameter}`. */
export function routesOf(api: ApiDescription): { name: string; operation: Operation }[] {
  return Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
}

function summaryOf(name: string): string {
  const summary = summaries[name];
  if (!summary) throw new Error(`${name} has no summary in scripts/docs/routes-summaries.ts`);
  return summary;
}

function takes({ components }: ApiDescription, { parameters = [], requestBody }: Operation): string {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const asked = query.map(({ name, required }) => optional(name, required));
  const reference = requestBody && Object.values(requestBody.content)[0]?.schema.$ref;
  const body = reference === undefined ? undefined : components.schemas[reference.split('/').at(-1) ?? ''];
  const sent = Object.keys(body?.properties ?? {}).map((name) => optional(name, body?.required?.includes(name)));
  return [asked.length > 0 && code(`?${asked.join(' ')}`), sent.length > 0 && code(`{ ${sent.join(', ')} }`)]
    .filter(Boolean)
    .join(' ');
}

function optional(name: string, required = false): string {
  return required ? name : `${name}?`;
}

/** The good answer with the name of its contract, then the statuses of refusals that are particular to the route. */
function answers({ responses }: Operation): string {
  const everywhere = ['400', '500', '503'];
  const [good, ...refusals] = Object.keys(responses).filter((status) => !everywhere.includes(status));
  const contract = Object.values(responses[good ?? '']?.content ?? {})[0]
    ?.schema.$ref?.split('/')
    .at(-1);
  const reply = contract === undefined ? (good ?? '') : `${good} ${code(contract)}`;
  return [reply, ...refusals].join(', ');
}
