import type { AnyProjection } from '@boxoffice/common';
import { access } from './access/projection.ts';

/** What the log is folded into here. */
export const projections: readonly AnyProjection[] = [access];

export { userCommands as commands, userQueries as queries } from './user/routes.ts';
