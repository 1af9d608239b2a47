import type { Clock, CommandContext, EventLog } from '@boxoffice/common';
import type { Routes } from '@boxoffice/common/http';
import { settle } from '../settlement/settle.ts';
import type { PaymentProvider } from './provider.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly provider: PaymentProvider;
}

/** Where the sandbox tells of a payment by itself: it is looked up and written down as if its turn had come. */
export function sandboxDoorbell({ log, clock, provider }: Dependencies): Routes {
  return async (app) => {
    const under = new Set<Promise<unknown>>();
    const stop = provider.onOutcome?.((paymentId) => {
      const commandId = crypto.randomUUID();
      const context: CommandContext = {
        ...{ commandId, mayRepeat: false, correlationId: commandId },
        ...{ actor: 'system:sandbox-doorbell', at: clock.now() },
      };
      const settling = settle({ log, clock, provider }, paymentId, context)
        .catch((err) => app.log.warn({ err, paymentId }, 'a payment is left to be settled later'))
        .finally(() => under.delete(settling));
      under.add(settling);
    });
    app.addHook('onClose', async () => {
      stop?.();
      await Promise.all(under);
    });
  };
}
