import { buildClient, handOver, install, say } from './prepare.mjs';

install();
buildClient();
say('Opening the market, in a process for each role');
handOver(['scripts/dev-distributed.ts']);
