import { buildClient, handOver, install, say } from './prepare.mjs';

install();
buildClient();
say('Opening the market');
handOver(['services/marketplace/main.ts', ...process.argv.slice(2)], {
  NODE_ENV: process.env.NODE_ENV || 'production',
});
