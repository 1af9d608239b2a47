import { Command, Option } from 'commander';
import { examples } from '../examples.ts';
import { inSession, type Surroundings } from '../session.ts';
import { refund } from './refund.ts';

/** `orders …` */
export function ordersCommand(surroundings: Surroundings): Command {
  const all = new Command('orders').description('What only an operator may do to an order.');
  all
    .command('refund')
    .description('Undoes a sale: all of its money goes back, and the buyer does not have the ticket any more.')
    .argument('<order>', 'the id of an order that is paid')
    .addOption(
      new Option('--then <what>', 'what becomes of the ticket').choices(['relist', 'withdraw']).makeOptionMandatory(),
    )
    .addHelpText('after', examples('orders refund 0d3e7000-0000-4000-8000-000000000001 --then relist --as zoe'))
    .action(inSession(surroundings, refund));
  return all;
}
