import { ClientError, type Outcome } from '@boxoffice/common';
import { webhookEvents } from '@boxoffice/contracts';
import type { Secrets } from './secrets.ts';
import { newSecret } from './signature.ts';

export interface Secretive {
  readonly webhookId: string;
  /** Nothing where the command is repeated and its secret is no more. */
  readonly secret: string | undefined;
  readonly position: number;
}

/**
 * Puts a new secret beside the log and then carries out the command that names it: a crash in between leaves a secret
 * that no webhook names, and never a webhook that cannot sign. A command that is repeated is answered with the secret
 * that it named the first time.
 */
export async function withNewSecret(
  secrets: Secrets,
  webhookId: string,
  command: (secretId: string) => Promise<Outcome>,
): Promise<Secretive> {
  const secretId = crypto.randomUUID();
  await secrets.put({ secretId, webhookId, value: newSecret() });
  try {
    const outcome = await command(secretId);
    const named = namedBy(outcome);
    if (named.secretId !== secretId) await secrets.destroy(secretId);
    const [secret] = await secrets.get([named.secretId]);
    return { webhookId: named.webhookId, secret, position: outcome.position };
  } catch (error) {
    // Refused: no webhook names it. Any other failure may have come after one did.
    if (error instanceof ClientError) await secrets.destroy(secretId);
    throw error;
  }
}

function namedBy({ commit, position }: Outcome): { readonly webhookId: string; readonly secretId: string } {
  for (const stored of commit?.events ?? []) {
    if (stored.type !== 'WebhookRegistered' && stored.type !== 'WebhookSecretRotated') continue;
    const event = webhookEvents.parse(stored);
    if ('secretId' in event.data) return event.data;
  }
  throw new Error(`the commit at ${position} names no secret`);
}
