import { fileURLToPath } from 'node:url';
import { currencies } from '../../packages/contracts/src/index.ts';
import { MarketplaceConfig } from '../../services/marketplace/src/config.ts';
import { code, NOTICE, table } from './markdown.ts';
import { pages, preparing, roles, type Settings } from './roles.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `docs/configuration.md`. */
export function configurationPage(): string {
  return `${NOTICE}

# Configuration

Settings are environment variables, read once when the process starts. An empty one counts as absent. A wrong one stops
the process before it touches anything, and is named with what is wrong with it; its value is not repeated. So does one that
there is not, when it is a slip away from one that there is: \`HOLD_SECOND\`. Each can be
given by a file as well: \`SESSION_SECRET_FILE=/run/secrets/session\` names the file that holds the value of \`SESSION_SECRET\`.

\`\`\`sh
PORT=8080 CURRENCY=GBP npm start
\`\`\`

## In one process

${settingsOf(MarketplaceConfig)}

\`CURRENCY\` is one of ${Object.keys(currencies).map(code).join(', ')}.
Choose it before the first ticket is listed: prices stay in the currency they were listed in.

The one option of the command line is \`--empty\` (\`npm start -- --empty\`): an empty market begins without the demo
catalogue. Where the pages find the API is not a setting: \`npm start\` tells them.

### The data folder

\`DATA_DIR\` is made if it is not there, readable by its owner alone. One process at a time can have it. A file in it that
is damaged, newer than this version or not the market's own is refused by name.

${table(['File', 'What is in it', 'If it is lost'], files)}

To back it up, stop the market and copy the whole folder.

## In a process for each role

Every process has \`/livez\`, \`/readyz\` and \`/metrics\` on its \`PORT\`. It listens at once and waits for MongoDB and the bus
for as long as it takes, not ready until then. A server that refuses its credentials, or cannot hold the log, ends it.

${[...roles, preparing].map(({ entries, settings }) => `### ${headingOf(entries)}\n\n${settingsOf(settings)}`).join('\n\n')}

The last one runs once, and ends when MongoDB is a replica set ([how it is deployed](../deploy/README.md)).

### The image of the pages

${settingsOf(pages)}

Without the image they are \`next start\` in \`frontend\`, with \`API_ORIGIN\`.

\`SESSION_SECRET\` must be the same in all processes that have it, and so must \`CURRENCY\`, \`HOLD_SECONDS\`, \`PAY_SECONDS\` and
\`FEE_BASIS_POINTS\`.
`;
}

function headingOf(entries: readonly string[]): string {
  return entries.map((entry) => entry.replace(/^services\/|\.ts$/g, '').replace('/main', '')).join(', ');
}

/** A table of what a process reads. */
function settingsOf({ shape }: Settings): string {
  const rows = Object.entries(shape).map(([key, setting]) => {
    if (!setting.description) throw new Error(`${key} has no description`);
    const { success, data } = setting.safeParse(undefined);
    const without = success ? 'none' : 'required';
    return [code(key), data === undefined ? without : code(printable(data)), setting.description];
  });
  return table(['Setting', 'Default', 'Meaning'], rows);
}

/** A default as a person would type it: paths from the root of the repository. */
function printable(value: unknown): string {
  return String(value).replace(root, './');
}

const files = [
  ['`events.sqlite`', 'The event log: everything that ever happened', 'The market is lost'],
  ['`people.sqlite`', 'The vault: addresses and password hashes', 'Nobody can sign in'],
  [
    '`secrets.json`',
    'Two keys made at the first start: one signs session cookies, one hides addresses in the log',
    'The market refuses to start without it, because accounts could not be found any more',
  ],
  ['`cursors.sqlite`', 'How far each reaction has come', 'Reactions go through the log again; nothing is done twice'],
  [
    '`sandbox-payments.sqlite`',
    'What the sandbox provider was asked to charge',
    'Payments on record stand; one that was under way is asked for anew',
  ],
  [
    '`webhooks.sqlite`',
    'The secrets of webhooks, and what is sent to them',
    'Webhooks cannot be signed until their owners rotate the secrets; what waited to be sent can be replayed',
  ],
  [
    '`outbox.sqlite`',
    'Who is to be told of what, and who has been',
    'What was still to be sent is not; with `cursors.sqlite`, mails of the last three days are sent again',
  ],
  ['`mailbox.sqlite`', 'The mails of the local mailbox', 'They are lost'],
  ['`lock.sqlite`', 'Nothing: it is locked while a process has the folder', 'It is made again'],
];
