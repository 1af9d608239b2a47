import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import plugin from 'fastify-plugin';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

/** The API's description, made of the contracts that check its requests: a page at `/api/docs`, JSON below it. */
export const openapi = plugin(async (app, { version }: { version: string }) => {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Boxoffice', version } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
});
