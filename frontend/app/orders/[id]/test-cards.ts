import { SandboxMethod } from '@boxoffice/contracts';

const lines: Record<SandboxMethod, string> = {
  sandbox_visa: 'The money is taken at once, and the ticket is yours.',
  sandbox_declined: 'The bank refuses. Nothing is taken, and you can try another one.',
  sandbox_insufficient_funds: 'The bank refuses, as there is not enough money. Nothing is taken.',
  sandbox_slow: 'The bank answers after some seconds, then the money is taken.',
  sandbox_late: 'The money is taken when the hold has long ended.',
  sandbox_twice: 'The bank answers twice. The money is taken once.',
  sandbox_silent: 'There is never an answer, so the time to pay runs out.',
};

/** What a test card does, in a line; nothing for other ways to pay. */
export function testCardLine(method: string): string | undefined {
  const known = SandboxMethod.safeParse(method);
  return known.success ? lines[known.data] : undefined;
}
