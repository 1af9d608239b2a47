import { Command } from 'commander';
import { examples } from '../examples.ts';
import { inSession, type Surroundings } from '../session.ts';
import { show } from './show.ts';

/** `ledger …` */
export function ledgerCommand(surroundings: Surroundings): Command {
  const all = new Command('ledger').description('The books of the market.');
  all
    .command('show')
    .description(
      'The money of each currency, in minor units, and whether it added up at every position. It folds the log itself.',
    )
    .option('--json', 'for scripts')
    .addHelpText('after', examples('ledger show', 'ledger show --data-dir ./data --json'))
    .action(inSession(surroundings, show));
  return all;
}
