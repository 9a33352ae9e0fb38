/**
 * Who asks editors' questions with a misspelt parameter (`?stat=open`) is told so: left out of account, it would give
 * the whole queue to somebody who believes to see a part of it.
 */
import type { FastifyRequest } from 'fastify';
import { createFaultsProblem } from '../problems.ts';

/** As much of a name as is repeated. */
const LONGEST_NAME = 100;

/** A hook, before validation. @throws ProblemError 400 with each parameter that the route does not know */
export async function refuseUnknownQuery(request: FastifyRequest): Promise<void> {
  const known = listKeys(readProperty(request.routeOptions.schema?.querystring, 'entries'));
  const unknown = listKeys(request.query).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const message =
    known.length === 0
      ? 'is not known; this takes no parameters'
      : `is not known; there are ${known.map((name) => `\`${name}\``).join(', ')}`;
  throw createFaultsProblem(
    unknown.map((name) => ({ path: name.slice(0, LONGEST_NAME).toWellFormed(), message })),
  );
}

function readProperty(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function listKeys(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
