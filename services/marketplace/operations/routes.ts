import { operator, type Routes } from '@boxoffice/common/http';
import { startJobs } from './jobs/jobs.ts';
import { jobRoutes } from './jobs/routes.ts';
import { watchLags } from './lag/lag-history.ts';
import { logRoutes } from './log/routes.ts';
import type { VerifiedPlace } from './log/verified-place.ts';
import type { Operating } from './operating.ts';
import { orderRoutes } from './orders/routes.ts';
import { projectionJobRoutes } from './projections/job-routes.ts';
import { projectionRoutes } from './projections/routes.ts';
import { quarantineRoutes } from './quarantine/routes.ts';

export interface OperationsDependencies extends Operating {
  /** Opens what is looked at when the market is verified. */
  readonly place: () => VerifiedPlace & AsyncDisposable;
}

/** What operators do, over HTTP: for them alone. */
export function operations({ clock, log, readModels, place }: OperationsDependencies): Routes {
  const operating = { clock, log, readModels };
  return async (app) => {
    const onError = (err: unknown) => app.log.error({ err }, (err as Error).message);
    const jobs = startJobs({ clock, onError });
    const lag = watchLags(operating, onError);
    app.addHook('onClose', async () => {
      await Promise.all([jobs[Symbol.asyncDispose](), lag[Symbol.asyncDispose]()]);
    });
    // Here and not in each route: none can be forgotten.
    app.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      operator(request);
    });
    await app.register(projectionRoutes({ ...operating, jobs, lag }));
    await app.register(projectionJobRoutes({ ...operating, jobs }));
    await app.register(jobRoutes({ jobs, readModels }));
    await app.register(quarantineRoutes(operating));
    await app.register(logRoutes({ log, clock, jobs, place }));
    await app.register(orderRoutes({ log, readModels }));
  };
}
