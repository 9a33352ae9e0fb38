/** Holds answers of an endpoint against its own OpenAPI document: what it does not describe, nobody may rely on. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import * as v from 'valibot';
import { expect } from 'vitest';

const answerSchema = v.object({
  content: v.optional(v.record(v.string(), v.object({ schema: v.optional(v.unknown(), {}) }))),
});
const documentSchema = v.looseObject({
  openapi: v.string(),
  paths: v.record(
    v.string(),
    v.record(v.string(), v.looseObject({ responses: v.record(v.string(), answerSchema) })),
  ),
});
type ApiDocument = v.InferOutput<typeof documentSchema>;

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const checks = new Map<string, ValidateFunction>();
/** Of all servers it is the same. */
let known: ApiDocument | null = null;

export async function readDocument(server: FastifyInstance): Promise<ApiDocument> {
  const response = await server.inject('/api/openapi.json');
  expect(response.statusCode).toBe(200);
  return v.parse(documentSchema, response.json());
}

/**
 * Fails where an answer to a request is not as it is described. Of the editors' API every member of every object has to
 * be described.
 */
export async function checkAnswer(
  server: FastifyInstance,
  method: string,
  url: string,
  response: LightMyRequestResponse,
): Promise<void> {
  // What is wrong with the endpoint itself has no place in the description of each route.
  if (response.statusCode >= 500) return;
  known ??= await readDocument(server);
  const path = findPath(known, new URL(url, 'http://x').pathname);
  const operation = path === null ? undefined : known.paths[path]?.[method.toLowerCase()];
  if (path === null || operation === undefined) return;
  const what = `${method} ${path} ${response.statusCode}`;
  const status = String(response.statusCode);
  const described = operation.responses[status] ?? operation.responses[`${status[0]}XX`];
  if (described === undefined) throw new Error(`${what} is not described`);
  if (response.body === '') return;
  const [type = ''] = String(response.headers['content-type']).split(';');
  const schema = described.content?.[type]?.schema;
  if (schema === undefined) throw new Error(`${what} is not described as ${type}`);
  if (!/json$/.test(type)) return;
  const check = compile(path.startsWith('/api/') ? close(schema) : schema);
  expect([what, check(response.json()), check.errors]).toEqual([what, true, null]);
}

function findPath({ paths }: ApiDocument, pathname: string): string | null {
  const fits = (path: string) =>
    new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+').replace(/[.]/g, '\\.')}$`).test(pathname);
  // One without parameters comes first, as for the router.
  return paths[pathname] === undefined ? (Object.keys(paths).find(fits) ?? null) : pathname;
}

function compile(schema: unknown): ValidateFunction {
  const key = JSON.stringify(schema);
  const check = checks.get(key) ?? ajv.compile(v.parse(v.looseObject({}), schema));
  checks.set(key, check);
  return check;
}

/** A schema with no other members than it names. */
function close(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(close);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, close(part)]));
  return 'properties' in parts && parts['type'] === 'object'
    ? { additionalProperties: false, ...parts }
    : parts;
}
