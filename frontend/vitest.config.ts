import { defineProject } from 'vitest/config';

export default defineProject({
  test: { name: 'frontend', include: ['**/*.test.ts'], exclude: ['**/node_modules/**', '.next/**'] },
});
