/**
 * One source for what a request may be: the valibot schema on a route checks it, types it, and is written
 * into the OpenAPI document. Fastify's own JSON Schema machinery is replaced, not run beside it.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { FastifySchema, FastifySchemaCompiler, FastifyTypeProvider } from 'fastify';
import * as v from 'valibot';
import { checkInput } from './faults.ts';
import { createFaultsProblem } from './problems.ts';

export interface ValibotTypeProvider extends FastifyTypeProvider {
  validator: this['schema'] extends v.GenericSchema ? v.InferOutput<this['schema']> : unknown;
  serializer: this['schema'] extends v.GenericSchema ? v.InferInput<this['schema']> : unknown;
}

/** Lets valibot check a part of a request; a refusal is a 400 with every fault's path. */
export const compileValidator: FastifySchemaCompiler<unknown> = ({ schema }) => {
  if (!isValibotSchema(schema)) throw new TypeError('a route must be described by valibot schemas');
  return (input: unknown) => {
    const parsed = checkInput(schema, input);
    return parsed.ok ? { value: parsed.value } : { error: createFaultsProblem(parsed.faults) };
  };
};

/** Words that every database can hold and every reader can show: no NUL, no half of a character. */
export const storableText = v.pipe(
  v.string(),
  v.check(isStorableText, 'must be well-formed Unicode without NUL'),
);

export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Writes the valibot schemas in a route's description as JSON Schema 2020-12, which OpenAPI 3.1 reads. */
export function describeSchema(schema: FastifySchema): FastifySchema {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, describeValue(value)]),
  );
}

function describeValue(value: unknown): unknown {
  if (isValibotSchema(value)) {
    const { $schema: _, ...described } = toJsonSchema(value, {
      target: 'draft-2020-12',
      typeMode: 'input',
      // Checks that JSON Schema has no words for stay in valibot alone.
      errorMode: 'ignore',
    });
    return described;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, describeValue(part)]));
}

function isValibotSchema(value: unknown): value is v.GenericSchema {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'schema' &&
    '~run' in value
  );
}
