import { defineProject } from 'vitest/config';

export default defineProject({ test: { name: 'replica-set', expect: { requireAssertions: true } } });
