import { defineProject } from 'vitest/config';

export default defineProject({ test: { name: 'orders', expect: { requireAssertions: true } } });
