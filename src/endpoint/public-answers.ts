/**
 * What is for everybody: read without a token, from any web page, and kept for a while by whoever stands between. What a
 * client has already is not sent again.
 */
import cors from '@fastify/cors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isKnown, writeEntityTag } from './annotations/preconditions.ts';

export const PUBLIC_METHODS = 'GET, HEAD, OPTIONS';
/** What routes of this kind refuse. */
export const REFUSED_METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Describes the answer to who has the same already. */
export const UNCHANGED = { 304: { type: 'null', description: 'As If-None-Match has it.' } };

/** Lets scripts of any page read the routes of a scope. */
export function openToPages(app: FastifyInstance): void {
  app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD'],
    allowedHeaders: ['If-None-Match'],
    exposedHeaders: ['ETag', 'Link', 'Retry-After'],
    maxAge: 86_400,
    strictPreflight: false,
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('Cross-Origin-Resource-Policy', 'cross-origin');
  });
}

/** @param maxAge seconds that the answer may be kept without asking again */
export function sendPublic(
  request: FastifyRequest,
  reply: FastifyReply,
  { body: text, mediaType, maxAge }: { body: string; mediaType: string; maxAge: number },
): FastifyReply {
  // Bytes: Fastify would add a charset, which not all media types have.
  const body = Buffer.from(text);
  const etag = writeEntityTag(body);
  reply.headers({ ETag: etag, 'Cache-Control': `public, max-age=${maxAge}` });
  if (isKnown(etag, request.headers['if-none-match'])) return reply.code(304).send();
  return reply.type(mediaType).send(body);
}
