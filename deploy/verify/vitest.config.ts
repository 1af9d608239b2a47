import { defineConfig } from 'vitest/config';

/** Not one of the projects of every day: it needs the cluster that `main.ts` has brought up. */
export default defineConfig({
  test: { root: import.meta.dirname, testTimeout: 120_000, expect: { requireAssertions: true } },
});
