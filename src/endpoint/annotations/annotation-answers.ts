/**
 * What the answers of the annotation routes have in common: headers that the Protocol asks for, negotiation, and the
 * description of an annotation for the API's document.
 * https://www.w3.org/TR/2017/REC-annotation-protocol-20170223/
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ANNOTATION_CONTEXT, ANNOTATION_MEDIA_TYPE } from '../../model/annotation.ts';
import { RECEIPT_REL } from '../../model/receipt.ts';
import { ProblemError } from '../problems.ts';
import type { StoredReport } from '../store/stored-report.ts';
import { chooseMediaType } from './choose-media-type.ts';
import {
  composeContainerIri,
  composeReceiptIri,
  sendRepresentation,
  writeAnnotation,
} from './representations.ts';

/** An annotation with as many bodies as anybody needs; the store's index of words is not made for books. */
export const BODY_LIMIT = 64 * 1024;
export const ANNOTATION_METHODS = 'GET, HEAD, OPTIONS, PUT, DELETE';
export const ANNOTATION_TYPE_LINKS = [
  '<http://www.w3.org/ns/ldp#Resource>; rel="type"',
  '<http://www.w3.org/ns/oa#Annotation>; rel="type"',
];
export const VARY_ACCEPT = { Vary: 'Accept' };

const anything = (description: string) => ({ description });

/** As JSON Schema: the schema that checks it chooses by shape, for which there are no words there. */
export const annotationDescription = {
  type: 'object',
  description: 'A Web Annotation about an http(s) page (W3C Web Annotation Data Model)',
  required: ['@context', 'type', 'target'],
  properties: {
    '@context': anything(`${ANNOTATION_CONTEXT}, or an array with it`),
    type: anything('Annotation, or an array with it'),
    id: { type: 'string', description: 'IRI; another one’s is moved to `via`' },
    canonical: {
      type: 'string',
      description: 'IRI that it keeps; the same again is not stored again',
    },
    motivation: anything('one motivation or several'),
    body: anything('IRIs, textual bodies, specific resources or choices'),
    target: anything(
      'what it is about: the first http(s) page decides which site’s editors see it',
    ),
  },
} as const;

/** In both media types that it may be sent as. */
export function describeContent(description: string, schema: object): object {
  const content = { 'application/ld+json': { schema }, 'application/json': { schema } };
  return { description, content };
}

/** @throws ProblemError 406 where a reader wants nothing that an annotation can be sent as */
export function takeMediaType(request: FastifyRequest): string {
  const mediaType = chooseMediaType(request.headers.accept);
  if (mediaType !== null) return mediaType;
  throw new ProblemError(406, 'Annotations are sent as JSON-LD or JSON only.', {
    headers: VARY_ACCEPT,
  });
}

/** Sends an annotation. Who has just stored one is sent it in any case, whatever was asked for. */
export function sendAnnotation(
  request: FastifyRequest,
  reply: FastifyReply,
  { report, publicUrl }: { report: StoredReport; publicUrl: string | null },
): FastifyReply {
  const container = composeContainerIri(request, publicUrl);
  const receipt = composeReceiptIri(request, publicUrl, report.segment);
  reply.headers({
    ...VARY_ACCEPT,
    Allow: ANNOTATION_METHODS,
    'Content-Location': container + report.segment,
  });
  // A list of its own for each answer: what is set for a container stays.
  const links = [reply.getHeader('Link') ?? []].flat().map(String);
  reply.header('Link', [...links, ...ANNOTATION_TYPE_LINKS, `<${receipt}>; rel="${RECEIPT_REL}"`]);
  const mediaType = chooseMediaType(request.headers.accept) ?? ANNOTATION_MEDIA_TYPE;
  return sendRepresentation(request, reply, writeAnnotation(report, container), mediaType);
}
