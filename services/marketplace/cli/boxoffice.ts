import { Command } from 'commander';
import { examples } from './examples.ts';
import { ledgerCommand } from './ledger/command.ts';
import { logCommand, streamCommand } from './log/command.ts';
import { operatorsCommand } from './operators/command.ts';
import { ordersCommand } from './orders/command.ts';
import { projectionsCommand } from './projections/command.ts';
import { quarantineCommand } from './quarantine/command.ts';
import type { Surroundings } from './session.ts';

/** The operators' command line, with all its commands. */
export function boxoffice(surroundings: Surroundings): Command {
  const all = new Command('boxoffice')
    .description(
      'Looks after a market: its projections, its log, its books, what is in quarantine, sales to be undone, its operators.',
    )
    .option('--mongo <url>', 'the database of a market of many processes; without it MONGODB_URL')
    .option('--data-dir <folder>', 'the data folder of a market in one process; without it DATA_DIR')
    .option('--as <name>', 'who answers for what is done; without it OPERATOR')
    .addCommand(projectionsCommand(surroundings))
    .addCommand(quarantineCommand(surroundings))
    .addCommand(ordersCommand(surroundings))
    .addCommand(operatorsCommand(surroundings))
    .addCommand(ledgerCommand(surroundings))
    .addCommand(logCommand(surroundings))
    .addCommand(streamCommand(surroundings))
    .addHelpText('after', examples('projections list', 'log verify --data-dir ./data', 'help projections rebuild'));
  for (const command of withSubcommands(all)) command.exitOverride();
  return all;
}

/** A command and all below it, in the order in which they are shown. */
export function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}
