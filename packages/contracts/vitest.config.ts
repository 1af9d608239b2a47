import { defineProject } from 'vitest/config';

export default defineProject({ test: { name: 'contracts', expect: { requireAssertions: true } } });
