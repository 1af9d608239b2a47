export { isDearEnough, passwordSettings, tooCheap } from './config.ts';
export { commands, projections, queries } from './context.ts';
export { endedSessions } from './ended-session/projection.ts';
export { type Passwords, PRODUCTION_LN, scryptPasswords } from './password/password.ts';
export { type AuthDependencies, userCommands, userQueries } from './user/routes.ts';
