import { Command } from 'commander';
import { examples } from '../examples.ts';
import { inSession, type Surroundings } from '../session.ts';
import { change } from './change.ts';
import { list } from './list.ts';

/** `operators …` */
export function operatorsCommand(surroundings: Surroundings): Command {
  const all = new Command('operators').description('The users who look after the market, in its pages too.');
  all
    .command('list')
    .description('Who they are.')
    .option('--json', 'for scripts')
    .addHelpText('after', examples('operators list'))
    .action(inSession(surroundings, list));
  all
    .command('appoint')
    .description('Makes a user an operator, wherever they are signed in.')
    .argument('<user>', 'the address of an account, or its id')
    .addHelpText('after', examples('operators appoint zoe@example.com --as root'))
    .action(inSession(surroundings, change('Appoint')));
  all
    .command('dismiss')
    .description('Makes an operator a user as others are.')
    .argument('<user>', 'the address of an account, or its id')
    .addHelpText('after', examples('operators dismiss zoe@example.com --as root'))
    .action(inSession(surroundings, change('Dismiss')));
  return all;
}
