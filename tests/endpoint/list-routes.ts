/** The routes of a server, as it registers them, with what its OpenAPI document says that they take. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { writeAnnotation } from './endpoint.ts';

const documentSchema = v.object({
  paths: v.record(
    v.string(),
    v.record(
      v.string(),
      v.object({
        parameters: v.optional(v.array(v.object({ name: v.string(), in: v.string() })), []),
        requestBody: v.optional(
          v.object({ content: v.record(v.string(), v.object({ schema: v.unknown() })) }),
        ),
      }),
    ),
  ),
});

export interface Route {
  method: string;
  /** with `:names` */
  url: string;
  queries: string[];
  /** a body that may be right, where the route takes one */
  example: unknown;
}

/** What a route takes, made from its description: the first of alternatives, the least that is required. */
function makeExample(schema: unknown): unknown {
  const described = v.parse(
    v.looseObject({
      type: v.optional(v.unknown()),
      const: v.optional(v.unknown()),
      enum: v.optional(v.array(v.unknown())),
      anyOf: v.optional(v.array(v.unknown())),
      properties: v.optional(v.record(v.string(), v.unknown()), {}),
    }),
    schema,
  );
  if (described.const !== undefined) return described.const;
  if (described.enum !== undefined) return described.enum[0];
  if (described.anyOf !== undefined) return makeExample(described.anyOf[0]);
  if (described.type === 'object') {
    const entries = Object.entries(described.properties);
    return Object.fromEntries(entries.map(([key, part]) => [key, makeExample(part)]));
  }
  if (described.type === 'array') return [];
  if (described.type === 'number' || described.type === 'integer') return 1;
  return described.type === 'boolean' ? true : 'x';
}

/**
 * Notes the routes of a server that has not registered them yet.
 * @returns a function that lists them, once the server is ready
 */
export function watchRoutes(server: FastifyInstance): () => Route[] {
  const registered: { method: string; url: string }[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) registered.push({ method: each, url });
  });
  return () => {
    const { paths } = v.parse(documentSchema, server.swagger());
    return registered.map(({ method, url }): Route => {
      const operation = paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      const content = Object.values(operation?.requestBody?.content ?? {})[0];
      const queries = operation?.parameters.filter((parameter) => parameter.in === 'query') ?? [];
      const takesAnnotation = url.startsWith('/annotations/') && content !== undefined;
      return {
        ...{ method, url },
        queries: ['page', ...queries.map(({ name }) => name)],
        example: takesAnnotation ? writeAnnotation() : content && makeExample(content.schema),
      };
    });
  };
}

/** The names of what stands for something in a route's path. */
export function listParameters({ url }: Route): string[] {
  return [...url.matchAll(/:(\w+)|\*/g)].map(([, name]) => name ?? '*');
}

export function writePath({ url }: Route, values: readonly string[]): string {
  const left = [...values];
  return url.replace(/:\w+|\*/g, () => left.shift() ?? '');
}
