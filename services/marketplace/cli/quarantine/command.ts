import { Command } from 'commander';
import { duration } from '../argument.ts';
import { examples } from '../examples.ts';
import { inSession, type Surroundings } from '../session.ts';
import { list } from './list.ts';
import { retry } from './retry.ts';
import { skip } from './skip.ts';

const WAIT = 'how long to wait for the projection to obey, as 500ms, 10s or 2m; 0s not at all';

/** `quarantine …` */
export function quarantineCommand(surroundings: Surroundings): Command {
  const all = new Command('quarantine').description(
    'Documents that stand still because of an event they cannot take in.',
  );
  all
    .command('list')
    .description('Which they are, since which position, and why.')
    .option('--json', 'for scripts')
    .addHelpText('after', examples('quarantine list'))
    .action(inSession(surroundings, list));
  all
    .command('retry')
    .description('Folds a document anew from the log: when another build can take in what this one could not.')
    .argument('<projection>')
    .argument('[key]', "the document's key")
    .option('--all', 'every key of the projection')
    .option('--wait <duration>', WAIT, duration, 10_000)
    .addHelpText(
      'after',
      examples(
        'quarantine retry ticket-listings 71c4e700-0000-4000-8000-000000000001',
        'quarantine retry ticket-listings --all --wait 1m',
      ),
    )
    .action(inSession(surroundings, retry));
  all
    .command('skip')
    .description('Passes over the event at which a document stands still, for that document, now and in every rebuild.')
    .argument('<projection>')
    .argument('<key>', "the document's key")
    .requiredOption('--reason <text>', 'why; kept for ever, so name no person')
    .option('--wait <duration>', WAIT, duration, 10_000)
    .addHelpText(
      'after',
      examples('quarantine skip ticket-listings 71c4e700-0000-4000-8000-000000000001 --reason "a bad import"'),
    )
    .action(inSession(surroundings, skip));
  return all;
}
