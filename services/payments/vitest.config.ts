import { defineProject } from 'vitest/config';

export default defineProject({ test: { name: 'payments', expect: { requireAssertions: true } } });
