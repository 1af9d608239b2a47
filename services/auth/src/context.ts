import {
  type AnyProjection,
  type Clock,
  type EventLog,
  type ReactionOptions,
  type ReadModels,
  startReaction,
  type Vault,
  type Worker,
} from '@boxoffice/common';
import type { Routes } from '@boxoffice/common/http';
import type { UserEvent } from '@boxoffice/contracts';
import { access } from './access/projection.ts';
import { accountCommands } from './account/routes.ts';
import { forgetPeople } from './forgotten-person/forget-people.ts';
import { ownSessionsCommands, ownSessionsQueries } from './own-sessions/routes.ts';
import { type AuthDependencies, userCommands, userQueries } from './user/routes.ts';

/** What the log is folded into here. */
export const projections: readonly AnyProjection[] = [access];

/** Every command of users. */
export function commands(dependencies: AuthDependencies): Routes {
  return async (app) => {
    await app.register(userCommands(dependencies));
    await app.register(ownSessionsCommands(dependencies));
    await app.register(accountCommands(dependencies));
  };
}

interface QueryDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly readModels: ReadModels;
  readonly vault: Vault;
}

/** Every question about oneself. */
export function queries(dependencies: QueryDependencies): Routes {
  return async (app) => {
    await app.register(userQueries(dependencies));
    await app.register(ownSessionsQueries(dependencies));
  };
}

type WorkerDependencies = Omit<ReactionOptions<UserEvent>, 'reaction'> & { readonly vault: Vault };

/** What is done without being asked: who has deleted their account is forgotten, whatever died in between. */
export function workers({ vault, ...options }: WorkerDependencies): Worker[] {
  return [startReaction({ ...options, reaction: forgetPeople(vault) })];
}
