import { buildClient, handOver, install, say } from './prepare.mjs';

install();
buildClient();
say('Testing');
handOver(['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)]);
