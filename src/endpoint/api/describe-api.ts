/**
 * How the OpenAPI document comes from the routes: their schemas, and beside these which scope a token needs and where
 * a version has to be named, from the same configuration that the routes go by.
 */
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { FastifySchema, RouteOptions } from 'fastify';
import type { Scope } from '../store/tokens.ts';
import { describeSchema } from '../validation.ts';
import { describeProblems } from './schemas.ts';

const EDITORS_PREFIX = '/api/';
const READING_METHODS = new Set(['GET', 'HEAD']);

/** Marks a route that demands a version (RFC 6585, section 3). */
const PRECONDITION_REQUIRED = '428';
const IF_MATCH = {
  type: 'object',
  properties: {
    'If-Match': {
      type: 'string',
      description: 'the ETag, or `etag`, of what was seen; without one, the answer is 428',
    },
  },
  required: ['If-Match'],
};

/** @param publicUrl where clients reach the endpoint; null where that is the host that they have the document from */
export function describeApi(publicUrl: string | null): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Sic: the editors’ endpoint', version: '1' },
      // Not as the client addressed it: who keeps the document for others must not keep anybody's Host in it.
      servers: [{ url: publicUrl === null ? '/' : publicUrl.replace(/\/$/, '') }],
      components: { securitySchemes: { editor: { type: 'http', scheme: 'bearer' } } },
    },
    // The paths of the document go behind the server's URL as they are.
    stripBasePath: false,
    transform: ({ schema, url, route }) => ({ schema: describeRoute(schema, route), url }),
  };
}

function describeRoute(schema: FastifySchema, route: RouteOptions): FastifySchema {
  return {
    ...describeSchema({ ...schema, ...describeLimit(schema, route) }),
    ...(demandsVersion(schema) ? { headers: IF_MATCH } : {}),
    ...(schema.security === undefined ? {} : describeScope(schema, findScope(route))),
  };
}

/** Where tokens or addresses are counted there can be too many requests. */
function describeLimit({ security, response }: FastifySchema, { config }: RouteOptions) {
  if (security === undefined && config?.rateLimit === undefined) return {};
  return { response: { ...describeProblems(429), ...Object(response) } };
}

function demandsVersion({ response }: FastifySchema): boolean {
  return typeof response === 'object' && response !== null && PRECONDITION_REQUIRED in response;
}

/** What a token has to be good for; null where any is. */
function findScope({ url, method, config }: RouteOptions): Scope | null {
  if (url.startsWith(EDITORS_PREFIX)) return config?.scope === undefined ? 'read' : config.scope;
  return [method].flat().every((one) => READING_METHODS.has(one)) ? 'read' : 'edit';
}

/** Names the scope as a role (https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object), and in words. */
function describeScope({ description = '' }: FastifySchema, scope: Scope | null): FastifySchema {
  const needed =
    scope === null ? 'Any token will do.' : `Needs a token with the scope \`${scope}\`.`;
  return {
    description: [description, needed].filter((part) => part !== '').join(' '),
    security: [{ editor: scope === null ? [] : [scope] }],
  };
}
