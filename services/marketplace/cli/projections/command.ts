import { Command } from 'commander';
import { wholeNumber } from '../argument.ts';
import { examples } from '../examples.ts';
import { inSession, type Surroundings } from '../session.ts';
import { list } from './list.ts';
import { pause, resume } from './pause.ts';
import { rebuild } from './rebuild.ts';
import { rollback, switchTo } from './switch.ts';

/** `projections …` */
export function projectionsCommand(surroundings: Surroundings): Command {
  const all = new Command('projections').description('The read models: how far they are, and building them anew.');
  all
    .command('list')
    .description('Every read model: its state, how far it is behind the log, and what is in quarantine.')
    .option('--json', 'for scripts')
    .addHelpText('after', examples('projections list', 'projections list --json'))
    .action(inSession(surroundings, list));
  all
    .command('rebuild')
    .description(
      'Builds a read model from the whole log beside the live one, compares both, and changes to the new one.',
    )
    .argument('<name>', 'the projection')
    .option('--to-version <n>', 'refuse if this build has another version of it', wholeNumber(1))
    .option('--dry-run', 'build and compare, and remove it again')
    .option('--no-switch', 'leave it as a candidate, for "projections switch"')
    .option('--force', 'change to it though it differs from the live one')
    .option('-y, --yes', 'do not ask')
    .addHelpText(
      'after',
      examples('projections rebuild ticket-listings --dry-run', 'projections rebuild my-orders --yes --as zoe'),
    )
    .action(inSession(surroundings, rebuild));
  all
    .command('switch')
    .description('Changes to a candidate that "projections rebuild --no-switch" has left, when it is what is live.')
    .argument('<name>', 'the projection')
    .option('--force', 'change to it though it differs from the live one')
    .option('-y, --yes', 'do not ask')
    .addHelpText('after', examples('projections switch ticket-listings'))
    .action(inSession(surroundings, switchTo));
  all
    .command('rollback')
    .description(
      'Goes back to the read model from before the last change, brought up to the log. A difference is shown.',
    )
    .argument('<name>', 'the projection')
    .option('-y, --yes', 'do not ask')
    .addHelpText('after', examples('projections rollback ticket-listings'))
    .action(inSession(surroundings, rollback));
  all
    .command('pause')
    .description('Takes nothing more in until it is resumed. Queries show what was so.')
    .argument('<name>', 'the projection')
    .addHelpText('after', examples('projections pause my-orders --as zoe'))
    .action(inSession(surroundings, pause));
  all
    .command('resume')
    .description('Goes on from where it was paused.')
    .argument('<name>', 'the projection')
    .addHelpText('after', examples('projections resume my-orders'))
    .action(inSession(surroundings, resume));
  return all;
}
