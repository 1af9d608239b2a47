// Loaded before the pages: their server closes its connections at SIGTERM, whether or not a request is on its way on one of
// them. So it goes on for a time, each answer the last one of its connection, and then ends with nothing left to answer.
import { subscribe } from 'node:diagnostics_channel';
import { setTimeout as delay } from 'node:timers/promises';

process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
const servers = new Set();
let isDraining = false;

subscribe('http.server.request.start', ({ response, server }) => {
  servers.add(server);
  if (isDraining) response.shouldKeepAlive = false;
});

for (const signal of ['SIGTERM', 'SIGINT'])
  process.on(signal, async () => {
    if (isDraining) process.exit(1);
    isDraining = true;
    await delay(Number(process.env.DRAIN_SECONDS ?? 0) * 1000);
    // What nobody was answered by yet has nothing to close.
    const closing = [...servers].map((server) => new Promise((resolve) => server.close(resolve)));
    setInterval(() => servers.forEach((server) => void server.closeIdleConnections()), 50);
    await Promise.all(closing);
    process.exit(0);
  });
