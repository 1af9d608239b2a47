import type { AnyProjection } from '@boxoffice/common';
import { endedSessions } from './ended-session/projection.ts';

/** What the log is folded into here. */
export const projections: readonly AnyProjection[] = [endedSessions];

export { userCommands as commands, userQueries as queries } from './user/routes.ts';
