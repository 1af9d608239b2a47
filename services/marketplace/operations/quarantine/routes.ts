import type { AnyProjection, Outcome } from '@boxoffice/common';
import { commandContext, commandRefusals, operator, type Routes, refusals, setPosition } from '@boxoffice/common/http';
import { QuarantineReply, QuarantineTold, RetryKeys, SkipEvent } from '@boxoffice/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Operating } from '../operating.ts';
import { findProjection } from '../projections/find-projection.ts';
import { tags } from '../tags.ts';
import { allQuarantined, retryKeys, skipEvent, stillStuck } from './quarantine.ts';

/** Milliseconds that a projection is given to obey. */
const PATIENCE = 2000;

const seen = ['not-signed-in', 'not-an-operator'] as const;
const refused = commandRefusals(...seen, 'projection-not-found', 'not-in-quarantine');

/** The documents that stand still: which they are, and what is done about them. */
export function quarantineRoutes(operating: Operating): Routes {
  const { clock, readModels } = operating;

  function contextOf(request: FastifyRequest) {
    const { userId: actor } = operator(request);
    return commandContext(request, { clock, actor, body: request.body });
  }

  async function told(
    request: FastifyRequest,
    reply: FastifyReply,
    { position }: Outcome,
    projection: AnyProjection,
    keys: readonly string[],
  ): Promise<QuarantineTold> {
    setPosition(request, reply, position);
    const stuck = await stillStuck(readModels, projection, { keys, position }, PATIENCE);
    return { position, keys: [...keys], obeyed: stuck !== undefined, stuck: (stuck ?? []).map(({ key }) => key) };
  }

  return async (app) => {
    app.get(
      '/api/operations/quarantine',
      { schema: { tags, response: { 200: QuarantineReply, ...refusals(...seen) } } },
      async () => ({ items: await allQuarantined(readModels) }),
    );

    app.post(
      '/api/operations/quarantine/retry',
      { schema: { tags, body: RetryKeys, response: { 200: QuarantineTold, ...refused } } },
      async (request, reply) => {
        const projection = findProjection(request.body.projection);
        const { keys, outcome } = await retryKeys(operating, projection, request.body.key, contextOf(request));
        return told(request, reply, outcome, projection, keys);
      },
    );

    app.post(
      '/api/operations/quarantine/skip',
      { schema: { tags, body: SkipEvent, response: { 200: QuarantineTold, ...refused } } },
      async (request, reply) => {
        const { projection: name, key, reason } = request.body;
        const projection = findProjection(name);
        const { outcome } = await skipEvent(operating, projection, { key, reason }, contextOf(request));
        return told(request, reply, outcome, projection, [key]);
      },
    );
  };
}
