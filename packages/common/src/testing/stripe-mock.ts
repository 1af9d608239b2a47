import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { programPath } from './program.ts';

/** The stripe-mock of this machine: `STRIPE_MOCK_PATH`, or `stripe-mock` on the path. */
export const stripeMockPath = programPath('stripe-mock', process.env.STRIPE_MOCK_PATH);

export interface StripeMock extends AsyncDisposable {
  readonly url: string;
}

/** Starts Stripe's own stand-in: it holds requests to Stripe's OpenAPI document, and remembers nothing. */
export async function startStripeMock(): Promise<StripeMock> {
  if (!stripeMockPath) throw new Error('there is no stripe-mock on this machine');
  // Ports of the system's choice. Without its own, HTTPS would take the same port for every run.
  const ports = ['-http-addr', '127.0.0.1:', '-https-addr', '127.0.0.1:'];
  const child = spawn(stripeMockPath, ports, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const lines = createInterface(child.stdout);
  const address = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, found] = /Listening for HTTP at address: (\S+)/.exec(line) ?? [];
      if (found) resolve(found);
    });
    lines.on('close', () => reject(new Error('stripe-mock has ended')));
    child.on('error', reject);
  });
  return {
    url: `http://${address}`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
