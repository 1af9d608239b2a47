import type { AnyProjection } from '@boxoffice/common';
import { commandContext, commandRefusals, operator, type Routes, refusals, setPosition } from '@boxoffice/common/http';
import { LagReply, ProjectionName, ProjectionsReply, ProjectionView, ToldReply } from '@boxoffice/contracts';
import { z } from 'zod';
import { projections } from '../../src/projections.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { LagHistory } from '../lag/lag-history.ts';
import type { Operating } from '../operating.ts';
import { tags } from '../tags.ts';
import { findProjection } from './find-projection.ts';
import { standings } from './standings.ts';
import { tell } from './tell.ts';
import { projectionView } from './view.ts';

interface Dependencies extends Operating {
  readonly jobs: Jobs;
  readonly lag: LagHistory;
}

const seen = ['not-signed-in', 'not-an-operator'] as const;
export const params = z.strictObject({ name: ProjectionName });

/** How the projections stand, and telling them to pause and to go on. */
export function projectionRoutes({ jobs, lag, ...operating }: Dependencies): Routes {
  const { clock, log } = operating;

  async function views(wanted: readonly AnyProjection[]): Promise<ProjectionsReply> {
    const head = await log.head();
    const all = await standings(operating, lag.earlier);
    const items = wanted.map((projection) =>
      projectionView(projection, { standings: all, head, job: jobs.workingOn(projection.name) }),
    );
    return { head, items };
  }

  return async (app) => {
    app.get(
      '/api/operations/projections',
      { schema: { tags, response: { 200: ProjectionsReply, ...refusals(...seen) } } },
      async () => views(projections),
    );

    app.get(
      '/api/operations/projections/lag',
      { schema: { tags, response: { 200: LagReply, ...refusals(...seen) } } },
      async () => lag.history(),
    );

    app.get(
      '/api/operations/projections/:name',
      { schema: { tags, params, response: { 200: ProjectionView, ...refusals(...seen, 'projection-not-found') } } },
      async (request) => (await views([findProjection(request.params.name)])).items[0] as ProjectionView,
    );

    for (const [verb, type] of [
      ['pause', 'Pause'],
      ['resume', 'Resume'],
    ] as const)
      app.post(
        `/api/operations/projections/:name/${verb}`,
        {
          schema: {
            ...{ tags, params },
            response: { 200: ToldReply, ...commandRefusals(...seen, 'projection-not-found') },
          },
        },
        async (request, reply) => {
          const { userId: actor } = operator(request);
          const projection = findProjection(request.params.name);
          const { commit, position } = await tell(
            operating,
            projection,
            { type },
            commandContext(request, { clock, actor }),
          );
          setPosition(request, reply, position);
          return { position, changed: commit !== undefined };
        },
      );
  };
}
