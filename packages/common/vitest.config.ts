import { defineProject } from 'vitest/config';

export default defineProject({ test: { name: 'common', expect: { requireAssertions: true } } });
