import { type Role, startRole } from './role.ts';

/** The pages as a process of their own, which ask this API. The client must have been built. */
export function startFrontend(apiOrigin: string): Promise<Role> {
  return startRole({
    name: 'frontend',
    entry: 'frontend/node_modules/next/dist/bin/next',
    args: ['start', 'frontend', '-H', '127.0.0.1'],
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', API_ORIGIN: apiOrigin },
    probe: '/icon.svg',
  });
}
