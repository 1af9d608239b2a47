export { commands, queries, workers } from './context.ts';
export { type PaymentDependencies, paymentCommands, paymentQueries } from './payment/routes.ts';
export { mongoSandboxProvider } from './provider/mongodb.ts';
export type { Charge, ChargeOutcome, PaymentProvider } from './provider/provider.ts';
export type { SandboxCharge, SandboxProvider } from './provider/sandbox.ts';
export { openSandboxProvider } from './provider/sqlite.ts';
export { settlePayments } from './settlement/reaction.ts';
