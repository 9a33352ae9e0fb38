/** The routes of a server, as it registers them, with what its OpenAPI document says that they take. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { SITE, writeAnnotation } from './endpoint.ts';

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
  /** bodies that may be right, where the route takes one: with all there can be, and with the least */
  examples: unknown[];
}

/**
 * What a route takes, made from its description: the first of alternatives.
 * @param isFull with what may be left out, too
 */
function makeExample(schema: unknown, isFull: boolean, name = ''): unknown {
  const described = v.parse(
    v.looseObject({
      type: v.optional(v.unknown()),
      const: v.optional(v.unknown()),
      enum: v.optional(v.array(v.unknown())),
      anyOf: v.optional(v.array(v.unknown())),
      properties: v.optional(v.record(v.string(), v.unknown()), {}),
      required: v.optional(v.array(v.string()), []),
      items: v.optional(v.unknown()),
    }),
    schema,
  );
  if (described.const !== undefined) return described.const;
  // Of states a report can go to the last from the first.
  if (described.enum !== undefined) return described.enum.at(-1);
  if (described.anyOf !== undefined) return makeExample(described.anyOf[0], isFull, name);
  if (described.type === 'object') {
    const entries = Object.entries(described.properties)
      .filter(([key]) => isFull || described.required.includes(key))
      .map(([key, part]) => [key, makeExample(part, isFull, key)]);
    return Object.fromEntries(entries);
  }
  if (described.type === 'array') {
    return described.items === undefined ? [] : [makeExample(described.items, isFull)];
  }
  if (described.type === 'number' || described.type === 'integer') return 1;
  if (described.type === 'boolean') return true;
  return name === 'site' ? SITE : 'x';
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
        examples: takesAnnotation
          ? [writeAnnotation()]
          : content === undefined
            ? []
            : [true, false].map((isFull) => makeExample(content.schema, isFull)),
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
