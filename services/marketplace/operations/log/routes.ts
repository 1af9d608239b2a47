import type { Clock, EventLog } from '@boxoffice/common';
import { commandContext, commandRefusals, operator, type Routes, refusals } from '@boxoffice/common/http';
import {
  CommitParams,
  CommitsQuery,
  CommitsReply,
  CommitView,
  JobView,
  LogStreamParams,
  LogStreamQuery,
  LogStreamReply,
} from '@boxoffice/contracts';
import { beginJob } from '../jobs/begin.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { tags } from '../tags.ts';
import { commitAt, commitsPage } from './commits.ts';
import { streamEntries } from './stream.ts';
import type { VerifiedPlace } from './verified-place.ts';
import { verifyWork } from './verify-work.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly place: () => VerifiedPlace & AsyncDisposable;
}

const seen = ['not-signed-in', 'not-an-operator'] as const;

/** The log: its commits, its streams, and whether it is sound. */
export function logRoutes({ log, clock, jobs, place }: Dependencies): Routes {
  return async (app) => {
    app.get(
      '/api/operations/log/commits',
      { schema: { tags, querystring: CommitsQuery, response: { 200: CommitsReply, ...refusals(...seen) } } },
      async ({ query }) => commitsPage(log, query),
    );

    app.get(
      '/api/operations/log/commits/:position',
      {
        schema: { tags, params: CommitParams, response: { 200: CommitView, ...refusals(...seen, 'commit-not-found') } },
      },
      async ({ params }) => commitAt(log, params.position),
    );

    app.get(
      '/api/operations/log/streams/:stream',
      {
        schema: {
          ...{ tags, params: LogStreamParams, querystring: LogStreamQuery },
          response: { 200: LogStreamReply, ...refusals(...seen, 'stream-not-found') },
        },
      },
      async ({ params: { stream }, query: { after, limit } }) => {
        const entries = await streamEntries(log, stream);
        const items = entries.filter(({ revision }) => revision > after).slice(0, limit);
        const revision = entries.at(-1)?.revision ?? 0;
        const last = items.at(-1)?.revision ?? revision;
        return { stream, revision, items, ...(last < revision ? { nextAfter: last } : {}) };
      },
    );

    app.post(
      '/api/operations/log/verify',
      { schema: { tags, response: { 202: JobView, ...commandRefusals(...seen, 'operation-in-progress') } } },
      async (request, reply) => {
        const { userId: actor } = operator(request);
        const begin = { log, jobs, context: commandContext(request, { clock, actor }), check: async () => undefined };
        return reply.code(202).send(await beginJob(begin, { kind: 'verify' }, (work) => verifyWork(place, work)));
      },
    );
  };
}
