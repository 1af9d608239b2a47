export { type PaymentDependencies, paymentCommands, paymentQueries } from './payment/routes.ts';
export type { Charge, ChargeOutcome, PaymentProvider } from './provider/provider.ts';
export { openSandboxProvider, type SandboxCharge, type SandboxProvider } from './provider/sandbox.ts';
export { settlePayments } from './settlement/reaction.ts';
