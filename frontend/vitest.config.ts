import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'frontend',
    expect: { requireAssertions: true },
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '.next/**'],
  },
});
