import plugin from 'fastify-plugin';
import type { CommandContext } from '../commands.ts';
import { positionOf } from './position.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The command that the request stands for, once it is known. */
    command: CommandContext | null;
  }
}

/** One line for each command that was answered with a position: who, what, where in the log, and what led to it. */
export const commandLog = plugin(async (app) => {
  app.decorateRequest('command', null);
  app.addHook('onResponse', async ({ method, routeOptions, command, log }, reply) => {
    const position = positionOf(reply);
    if (!command || position === undefined) return;
    const { commandId, correlationId, causationId, actor } = command;
    const milliseconds = Math.round(reply.elapsedTime);
    const route = `${method} ${routeOptions.url}`;
    log.info({ route, commandId, correlationId, causationId, actor, position, milliseconds }, 'answered');
  });
});
