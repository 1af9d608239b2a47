import type { ReadModels } from '@boxoffice/common';
import { commandRefusals, Empty, type Routes, refusals } from '@boxoffice/common/http';
import { JobsReply, JobView } from '@boxoffice/contracts';
import { z } from 'zod';
import { JobNotFound } from '../errors.ts';
import { discardCandidate } from '../projections/candidate.ts';
import { findProjection } from '../projections/find-projection.ts';
import { tags } from '../tags.ts';
import type { Jobs } from './jobs.ts';

const seen = ['not-signed-in', 'not-an-operator'] as const;
const params = z.strictObject({ id: z.string().max(128) });

/** The operations that take their time. */
export function jobRoutes({ jobs, readModels }: { jobs: Jobs; readModels: ReadModels }): Routes {
  return async (app) => {
    app.get(
      '/api/operations/jobs',
      { schema: { tags, response: { 200: JobsReply, ...refusals(...seen) } } },
      async () => ({ items: jobs.all() }),
    );

    app.get(
      '/api/operations/jobs/:id',
      { schema: { tags, params, response: { 200: JobView, ...refusals(...seen, 'job-not-found') } } },
      async (request) => {
        const job = jobs.find(request.params.id);
        if (!job) throw new JobNotFound();
        return job;
      },
    );

    app.delete(
      '/api/operations/jobs/:id',
      { schema: { tags, params, response: { 204: Empty, ...commandRefusals(...seen, 'job-not-found') } } },
      async (request, reply) => {
        const { id, kind, projection, state, result } = await jobs.cancel(request.params.id);
        request.log.info({ job: id, kind, projection, state, actor: request.session?.userId }, 'a job was cancelled');
        if (kind === 'rebuild' && projection !== undefined && result.generation !== undefined)
          await discardCandidate(findProjection(projection), readModels, result.generation);
        return reply.code(204).send();
      },
    );
  };
}
