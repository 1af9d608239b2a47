import { Command } from 'commander';
import { wholeNumber } from '../argument.ts';
import { examples } from '../examples.ts';
import { inPlace, inSession, type Surroundings } from '../session.ts';
import { showStream } from './show-stream.ts';
import { tail } from './tail.ts';
import { verify } from './verify.ts';

/** `log …` */
export function logCommand(surroundings: Surroundings): Command {
  const all = new Command('log').description('The log: whether it is sound, and what happens.');
  all
    .command('verify')
    .description(
      'Looks whether the log and everything made of it is as it should be. It names every problem and goes on.',
    )
    .option('--json', 'for scripts')
    .addHelpText('after', examples('log verify', 'log verify --data-dir ./data --json'))
    .action(inPlace((place, options) => verify(place, surroundings, options)));
  all
    .command('tail')
    .description('Shows the last events and then each one as it comes, a line each, until Ctrl-C.')
    .option('--from <position>', 'begin at this position of the log', wholeNumber(1))
    .option('--stream <prefix>', 'only streams whose names begin so')
    .option('-n, --lines <count>', 'how many of the last commits to begin with', wholeNumber(0), 10)
    .option('--no-follow', 'end after those that are there')
    .option('--json', 'a JSON object a line, for scripts')
    .addHelpText(
      'after',
      examples('log tail', 'log tail --stream ticket- -n 50', 'log tail --from 1 --no-follow --json'),
    )
    .action(inSession(surroundings, tail));
  return all;
}

/** `stream …` */
export function streamCommand(surroundings: Surroundings): Command {
  const all = new Command('stream').description('One stream of the log.');
  all
    .command('show')
    .description('Everything that happened on a stream, in order.')
    .argument('<id>', 'its name: category and id')
    .option('--json', 'for scripts')
    .addHelpText(
      'after',
      examples('stream show ticket-71c4e700-0000-4000-8000-000000000001', 'stream show projection-my-orders'),
    )
    .action(inSession(surroundings, showStream));
  return all;
}
