import { defineProject } from 'vitest/config';

export default defineProject({ test: { name: 'webhooks', expect: { requireAssertions: true } } });
