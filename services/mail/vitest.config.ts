import { defineProject } from 'vitest/config';

export default defineProject({ test: { name: 'mail', expect: { requireAssertions: true } } });
