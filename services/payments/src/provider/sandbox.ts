import { SandboxMethod } from '@boxoffice/contracts';
import type { Charge, ChargeOutcome, PaymentProvider } from './provider.ts';

const names: Record<SandboxMethod, string> = {
  sandbox_visa: 'Test card that pays',
  sandbox_declined: 'Test card that is declined',
  sandbox_insufficient_funds: 'Test card without funds',
};

/** What the sandbox has been asked for, for those who check the books. */
export interface SandboxCharge extends Charge {
  readonly outcome: ChargeOutcome;
}

export interface SandboxProvider extends PaymentProvider {
  charges(): Promise<SandboxCharge[]>;
}

/** Where the sandbox remembers what it was asked. */
export interface SandboxMemory extends AsyncDisposable {
  /** Remembers a charge, unless there is one with its key, and answers with the one it remembers. */
  remember(charge: SandboxCharge): Promise<SandboxCharge>;
  charges(): Promise<SandboxCharge[]>;
}

/** A provider that moves no money: like a real one it knows what it was asked before we crashed. */
export function sandboxProvider(memory: SandboxMemory): SandboxProvider {
  return {
    name: 'sandbox',
    methods: SandboxMethod.options.map((id) => ({ id, name: names[id], test: true })),
    async charge({ idempotencyKey, orderId, amount, method }) {
      const { outcome } = await memory.remember({
        idempotencyKey,
        orderId,
        amount,
        method,
        outcome: outcomeOf(method),
      });
      return outcome;
    },
    charges: () => memory.charges(),
    [Symbol.asyncDispose]: () => memory[Symbol.asyncDispose](),
  };
}

function outcomeOf(method: string): ChargeOutcome {
  switch (SandboxMethod.parse(method)) {
    case 'sandbox_visa':
      return { status: 'succeeded', reference: `sandbox_${crypto.randomUUID()}` };
    case 'sandbox_declined':
      return { status: 'declined', reason: 'The card was declined' };
    case 'sandbox_insufficient_funds':
      return { status: 'declined', reason: 'The card has not enough funds' };
  }
}
