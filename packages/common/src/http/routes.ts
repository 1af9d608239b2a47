/** Routes whose requests and replies are typed and checked by their contracts: a Fastify plugin. */
export type { FastifyPluginAsyncZod as Routes } from 'fastify-type-provider-zod';
