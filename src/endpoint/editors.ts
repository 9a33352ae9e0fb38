/**
 * Knows an editor by the bearer token (RFC 6750). Nothing else identifies one: there are no cookies, so no
 * other site can act in an editor's name.
 */
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problems.ts';
import type { Editor, TokenStore } from './store/tokens.ts';

declare module 'fastify' {
  interface FastifyRequest {
    editor: Editor | null;
  }
}

/** Reads who asks, for `takeEditor`. @throws ProblemError 401 without a token that holds */
export async function admitEditor(request: FastifyRequest, tokens: TokenStore): Promise<void> {
  const token = readToken(request);
  if (token === null) throw refuse('Bearer realm="sic"', 'This needs an editor’s token.');
  request.editor = await tokens.findEditor(token);
  if (request.editor === null) {
    throw refuse('Bearer realm="sic", error="invalid_token"', 'This token is not valid here.');
  }
}

/** The editor that `admitEditor` has let in. */
export function takeEditor(request: FastifyRequest): Editor {
  if (request.editor === null) throw new Error('a route for editors has let somebody else in');
  return request.editor;
}

export function hasToken(request: FastifyRequest): boolean {
  return readToken(request) !== null;
}

function readToken(request: FastifyRequest): string | null {
  return /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

function refuse(challenge: string, detail: string): ProblemError {
  return new ProblemError(401, detail, { headers: { 'WWW-Authenticate': challenge } });
}
