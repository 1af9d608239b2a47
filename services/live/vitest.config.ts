import { defineProject } from 'vitest/config';

export default defineProject({ test: { name: 'live', expect: { requireAssertions: true } } });
