import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

/** What every answer says to the browser (security.md 25–27), whichever process serves it; the policy of each page is in `proxy.ts`. */
const securityHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Download-Options': 'noopen',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-XSS-Protection': '0',
};

const config: NextConfig = {
  // For the image: a folder that runs by itself.
  ...(process.env.NEXT_OUTPUT === 'standalone' && { output: 'standalone' as const }),
  transpilePackages: ['@boxoffice/contracts'],
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  // Streamed metadata needs JavaScript to reach the head; with this, every page has its title without it.
  htmlLimitedBots: /.*/,
  experimental: { serverActions: { bodySizeLimit: '64kb' } },
  async headers() {
    return [{ source: '/:path*', headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })) }];
  },
};

// Messages are compiled with the pages, so that no browser has to parse them.
const withWords = createNextIntlPlugin({
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
});
export default withWords(config);
