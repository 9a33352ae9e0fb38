/**
 * Knows an editor by the bearer token (RFC 6750). Nothing else identifies one: there are no cookies, so no
 * other site can act in an editor's name.
 */
import type { FastifyRequest } from 'fastify';
import { createFaultsProblem, ProblemError } from '../problems.ts';
import { coversHost, isPlainHost } from '../sites.ts';
import type { Editor, Scope, TokenStore } from '../store/tokens.ts';

declare module 'fastify' {
  interface FastifyRequest {
    editor: Editor | null;
  }
}

/** Reads who asks, for `takeEditor`. @throws ProblemError 401 without a token that holds, 429 where it asks too much */
export async function admitEditor(request: FastifyRequest, tokens: TokenStore): Promise<void> {
  const token = readToken(request);
  if (token === null)
    throw refuse(
      'Bearer realm="sic"',
      'This needs an editor’s token: Authorization: Bearer TOKEN.',
    );
  request.editor = await findHolder(request, tokens, token);
  if (request.editor === null) {
    throw refuse('Bearer realm="sic", error="invalid_token"', 'This token is not valid here.');
  }
}

/** Whose a token is; null when it is nobody's. @throws ProblemError 429 where it asks too much, or is guessed */
export async function findHolder(
  { ip, server: { limits } }: FastifyRequest,
  tokens: TokenStore,
  token: string,
): Promise<Editor | null> {
  limits.checkGuess(ip, token);
  if (limits.isTried(ip, token)) return null;
  const editor = await tokens.findEditor(token);
  if (editor === null) await limits.noteGuess(ip, token);
  else await limits.countEditor(editor.tokenId, token);
  return editor;
}

/** The editor that `admitEditor` has let in. */
export function takeEditor(request: FastifyRequest): Editor {
  if (request.editor === null) throw new Error('a route for editors has let somebody else in');
  return request.editor;
}

/**
 * The site that a request is about: the one it names, where the editor's token covers that, else all of the token's.
 * @throws ProblemError 403 where it names another's
 */
export function takeSite(request: FastifyRequest, named = ''): string {
  const { site } = takeEditor(request);
  if (named === '') return site;
  const wanted = named.toLowerCase();
  if (coversHost(site, wanted)) return wanted;
  throw new ProblemError(403, `This token is for ${site} and its subdomains.`);
}

/** The site that a list is of: one that has a name which hosts can have. */
export function takePlainSite(request: FastifyRequest, named: string): string {
  const site = takeSite(request, named);
  if (named === '' || isPlainHost(site)) return site;
  throw createFaultsProblem([{ path: 'site', message: 'must be a host name' }]);
}

/** @throws ProblemError 403 where the editor's token is not good for this */
export function requireScope(request: FastifyRequest, scope: Scope): void {
  if (takeEditor(request).scopes.includes(scope)) return;
  throw new ProblemError(403, `This needs a token with the scope \`${scope}\`.`, {
    headers: {
      'WWW-Authenticate': `Bearer realm="sic", error="insufficient_scope", scope="${scope}"`,
    },
  });
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
