import type { AnyProjection, CommandContext } from '@boxoffice/common';
import { commandContext, commandRefusals, operator, type Routes } from '@boxoffice/common/http';
import { type JobKind, JobView, SwitchProjection } from '@boxoffice/contracts';
import type { FastifyRequest } from 'fastify';
import { beginJob } from '../jobs/begin.ts';
import type { Jobs, JobWork } from '../jobs/jobs.ts';
import type { Operating } from '../operating.ts';
import { tags } from '../tags.ts';
import { checkBuildable, previousGeneration, waitingCandidate } from './candidate.ts';
import { findProjection } from './find-projection.ts';
import { params } from './routes.ts';
import { compareWork, rebuildWork, switchWork } from './work.ts';

interface Dependencies extends Operating {
  readonly jobs: Jobs;
}

interface Given {
  readonly operating: Operating;
  readonly projection: AnyProjection;
  readonly context: CommandContext;
  readonly force: boolean;
}

interface Kind {
  /** Refuses what cannot be done at all. */
  readonly check: (projection: AnyProjection, readModels: Operating['readModels']) => Promise<unknown>;
  readonly work: (given: Given, work: JobWork) => Promise<void>;
}

const kinds: Record<Exclude<JobKind, 'verify' | 'switch'>, Kind> = {
  rebuild: { check: checkBuildable, work: rebuildWork },
  compare: { check: waitingCandidate, work: compareWork },
  // What is live may be what is wrong: a difference is shown and does not stop it.
  rollback: {
    check: previousGeneration,
    work: (given, work) => switchWork({ ...given, to: 'previous', force: true }, work),
  },
};

const switching: Kind = {
  check: waitingCandidate,
  work: (given, work) => switchWork({ ...given, to: 'candidate' }, work),
};

const seen = ['not-signed-in', 'not-an-operator', 'projection-not-found'] as const;
const response = { 202: JobView, ...commandRefusals(...seen, 'operation-in-progress', 'generation-missing') };

/** What is done with the generations of a read model, in the background. */
export function projectionJobRoutes({ jobs, ...operating }: Dependencies): Routes {
  const { clock, log, readModels } = operating;

  async function begin(request: FastifyRequest, name: string, kind: JobKind, { check, work }: Kind, force = false) {
    const { userId: actor } = operator(request);
    const projection = findProjection(name);
    const context = commandContext(request, { clock, actor, body: request.body });
    return beginJob(
      { log, jobs, context, check: () => check(projection, readModels) },
      { kind, projection: name },
      (given) => work({ operating, projection, context, force }, given),
    );
  }

  return async (app) => {
    for (const kind of ['rebuild', 'compare', 'rollback'] as const)
      app.post(
        `/api/operations/projections/:name/${kind}`,
        { schema: { tags, params, response } },
        async (request, reply) => reply.code(202).send(await begin(request, request.params.name, kind, kinds[kind])),
      );

    app.post(
      '/api/operations/projections/:name/switch',
      { schema: { tags, params, body: SwitchProjection, response } },
      async (request, reply) => {
        const { force } = request.body;
        return reply.code(202).send(await begin(request, request.params.name, 'switch', switching, force));
      },
    );
  };
}
