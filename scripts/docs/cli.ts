import { boxoffice, withSubcommands } from '../../services/marketplace/cli/boxoffice.ts';
import { NOTICE } from './markdown.ts';

type Command = ReturnType<typeof boxoffice>;

/** `docs/operations/cli.md`. */
export function cliPage(): string {
  return `${NOTICE}

# The operators' command line

\`\`\`sh
pnpm boxoffice projections list
npm run boxoffice -- projections list
\`\`\`

It works beside a market that is running, and on one that is closed. What is asked for goes to standard output, all else
(progress, complaints) to standard error; \`--json\` gives every listing in a form for scripts.

| Exit code | Meaning |
| --- | --- |
| 0 | Done, or it was so already |
| 1 | It was refused, or something bad was found |
| 2 | It was asked for wrongly: no such command, no market in that place, nobody answers |
| 130 | It was interrupted |

## Where it works

\`--mongo\`, or \`MONGODB_URL\`, names the database of a market of many processes. Without it, \`--data-dir\`, or
\`DATA_DIR\`, names the data folder of a market in one process.

In a **data folder**, read models are in the memory of the market, which another process cannot see. The command line folds the
log itself. Folds are deterministic, so that this is what a market of the same build shows after its start; what a running one
has paused or not yet taken in may differ. There is nothing to switch there: every start of the market is a rebuild.

In **MongoDB** it sees what every process sees, and waits for projectors to obey. On Kubernetes it is in every image of the
services: \`kubectl -n boxoffice exec deploy/operations -- node /app/services/marketplace/boxoffice.ts projections list\`.

## Who did it

Whatever an operator does to a projection is an event on its stream, with the operator as its actor: \`--as zoe\`, or
\`OPERATOR=zoe\`, gives \`operator:zoe\`. \`boxoffice stream show projection-ticket-listings\` tells who did what and when.

## What to do when

- **A rebuild is wanted**, because a projection was mended: \`projections rebuild <name> --dry-run\` first. It says which
  documents would change. Then without it; \`--force\` when the change is meant. Queries are answered all the while.
- **It was a mistake**: \`projections rollback <name>\`.
- **A document is in quarantine**: its page shows what was so before, and says so. \`quarantine list\` says why. When a build that
  can take the event in is running, \`quarantine retry\`. When the event is wrong and will stay so, \`quarantine skip\`, with the
  reason; it is passed over for that document alone, in every rebuild.
- **A projection has stopped**: \`projections list\` says at which position. It is not one bad document: the log holds what
  this build does not know, or more is bad than an event explains. Deploy a build that can go on.
- **Somebody is to look after the market in its pages**: \`operators appoint\` with the address of their account. On MongoDB it
  needs \`EMAIL_KEY\` to find an address; an id will do as well.
- **The books do not add up**, or an alert says so: \`ledger show\`. It folds the log alone, and names the positions.
- **You doubt the data**, after a restore or a crash of a disk: \`log verify\`. It changes nothing, but for an index of
  MongoDB that is missing: that is named, and made again.

## Commands

${helpTexts()}
`;
}

function helpTexts(): string {
  const all = boxoffice({ signal: new AbortController().signal, onFound: () => undefined });
  return withSubcommands(all)
    .filter((command) => command.commands.length === 0 || command === all)
    .map((command) => `### ${pathOf(command)}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\``)
    .join('\n\n');
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

function helpOf(command: Command): string {
  let text = '';
  const plain = { getOutHelpWidth: () => 110, getOutHasColors: () => false };
  command.configureOutput({ writeOut: (part) => (text += part), ...plain });
  command.outputHelp();
  return text.trimEnd();
}
