/**
 * Annotations by the Web Annotation Protocol, for programs of any origin.
 * https://www.w3.org/TR/2017/REC-annotation-protocol-20170223/
 */
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { type AnnotationRouteOptions, registerAnnotation } from './annotation.ts';
import { type ContainerRouteOptions, registerContainer } from './container.ts';

export function registerAnnotations(
  app: FastifyInstance,
  options: ContainerRouteOptions & AnnotationRouteOptions,
): void {
  app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: [
      ...['Authorization', 'Content-Type', 'If-Match', 'If-None-Match', 'Prefer', 'Slug'],
    ],
    exposedHeaders: [
      ...['Allow', 'Content-Location', 'ETag', 'Link', 'Location', 'Vary'],
      ...['Accept-Post', 'Preference-Applied', 'Retry-After'],
    ],
    maxAge: 86_400,
    // A preflight is an OPTIONS request like any other: the protocol's own answer serves it, too.
    preflightContinue: true,
    strictPreflight: false,
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('Cross-Origin-Resource-Policy', 'cross-origin');
  });
  app.after(() => {
    app.register(async (scope) => registerContainer(scope, options));
    app.register(async (scope) => registerAnnotation(scope, options));
  });
}
