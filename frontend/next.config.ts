import type { NextConfig } from 'next';

const config: NextConfig = {
  transpilePackages: ['@boxoffice/contracts'],
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  // Streamed metadata needs JavaScript to reach the head; with this, every page has its title without it.
  htmlLimitedBots: /.*/,
  experimental: { serverActions: { bodySizeLimit: '64kb' } },
};
export default config;
