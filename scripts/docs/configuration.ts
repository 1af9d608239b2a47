import { fileURLToPath } from 'node:url';
import { currencies } from '../../packages/contracts/src/index.ts';
import { MarketplaceConfig } from '../../services/marketplace/src/config.ts';
import { code, NOTICE, table } from './markdown.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `docs/configuration.md`. */
export function configurationPage(): string {
  return `${NOTICE}

# Configuration

Settings are environment variables, read once when the process starts. An empty one counts as absent. A wrong one stops
the process before it touches anything, and is named with what is wrong with it; its value is not repeated.

\`\`\`sh
PORT=8080 CURRENCY=GBP npm start
\`\`\`

${table(['Setting', 'Default', 'Meaning'], settings())}

\`CURRENCY\` is one of ${Object.keys(currencies).map(code).join(', ')}.
Choose it before the first ticket is listed: prices stay in the currency they were listed in.

The one option of the command line is \`--empty\` (\`npm start -- --empty\`): an empty market begins without the demo
catalogue. Where the pages find the API is not a setting: \`npm start\` tells them.

## The data folder

\`DATA_DIR\` is made if it is not there, readable by its owner alone. One process at a time can have it. A file in it that
is damaged, newer than this version or not the market's own is refused by name.

${table(['File', 'What is in it', 'If it is lost'], files)}

To back it up, stop the market and copy the whole folder.
`;
}

function settings(): string[][] {
  return Object.entries(MarketplaceConfig.shape).map(([key, schema]) => {
    const value = schema.safeParse(undefined).data;
    if (!schema.description) throw new Error(`${key} has no description`);
    return [code(key), value === undefined ? 'none' : code(printable(value)), schema.description];
  });
}

/** A default as a person would type it: paths from the root of the repository. */
function printable(value: string | number): string {
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
  ['`lock.sqlite`', 'Nothing: it is locked while a process has the folder', 'It is made again'],
];
