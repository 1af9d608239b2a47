import { defineProject } from 'vitest/config';

export default defineProject({ test: { name: 'marketplace', expect: { requireAssertions: true } } });
