export { access } from './access/projection.ts';
export { isDearEnough, passwordSettings, tooCheap } from './config.ts';
export { commands, projections, queries, workers } from './context.ts';
export { type Passwords, PRODUCTION_LN, scryptPasswords } from './password/password.ts';
export { changeOperator } from './user/change-operator.ts';
export { emailStreamId, userWithEmail } from './user/email-claim.ts';
export { type AuthDependencies, userCommands, userQueries } from './user/routes.ts';
