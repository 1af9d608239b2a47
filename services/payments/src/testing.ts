import { type EventLog, recordedEvents } from '@boxoffice/common';
import { NOW, record, startApi } from '@boxoffice/common/testing';
import { listed, orderStream, placed, reserved, ticketStream } from './controls.ts';
import { paymentCommands, paymentQueries } from './payment/routes.ts';
import type { PaymentProvider } from './provider/provider.ts';
import type { SandboxProvider } from './provider/sandbox.ts';
import { openSandboxProvider } from './provider/sqlite.ts';
import { settlePayments } from './settlement/reaction.ts';

interface Parts {
  readonly sandbox?: SandboxProvider;
  readonly provider?: PaymentProvider;
}

/** All routes of payments, on parts in memory, with a ticket that the buyer holds. */
export async function startPayments({ sandbox = openSandboxProvider(':memory:'), provider = sandbox }: Parts = {}) {
  const api = await startApi({
    routes: ({ log, clock }) => [paymentCommands({ log, clock, provider }), paymentQueries({ provider })],
  });
  await record(api.log, { [ticketStream]: [listed] }, { [ticketStream]: [reserved], [orderStream]: [placed] });
  return { ...api, provider, charges: sandbox.charges };
}

/** A provider whose answers are lost on the way while `silent`: it charges, and we do not hear of it. */
export function unreliable(sandbox: SandboxProvider): PaymentProvider & { silent: boolean } {
  const provider = {
    ...sandbox,
    silent: true,
    async charge(charge: Parameters<PaymentProvider['charge']>[0]) {
      const outcome = await sandbox.charge(charge);
      if (provider.silent) throw new Error('the provider did not answer');
      return outcome;
    },
  };
  return provider;
}

/** Lets the reaction see the whole log, as after a restart without its cursor. */
export async function settleAll(log: EventLog, provider: PaymentProvider): Promise<void> {
  const { name, events, react } = settlePayments({ log, provider });
  for (const commit of await log.read(0, 1000))
    for (const event of recordedEvents(commit, events)) {
      const commandId = `${name}:${commit.position}.${event.index}`;
      await react(event, { commandId, mayRepeat: true, correlationId: '', actor: `system:${name}`, at: NOW });
    }
}
