import { defineProject } from 'vitest/config';

export default defineProject({ test: { name: 'gateway', expect: { requireAssertions: true } } });
