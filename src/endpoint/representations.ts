/**
 * How stored reports look on the wire: the annotation with the IRI it has here, and the container with its
 * pages. IRIs are made when they are asked for, so that an endpoint can move to another host.
 * https://www.w3.org/TR/annotation-protocol/
 */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ANNOTATION_CONTEXT,
  ANNOTATION_MEDIA_TYPE,
  type Annotation,
  parseAnnotation,
} from '../model/annotation.ts';
import { readFragment } from '../model/read-fragment.ts';
import {
  findPositionSelector,
  findQuoteSelector,
  type Report,
  readReport,
} from '../model/report.ts';
import { ProblemError } from './problems.ts';
import type { StoredReport } from './store/stored-report.ts';
import { isRecord } from './submissions.ts';

export const CONTAINER_PATH = '/annotations/';
export const RECEIPTS_PATH = '/receipts/';
/** Behind a receipt's path. */
export const OBSERVATIONS_PATH = '/observations';
export const PAGE_SIZE = 50;
/** A name or an address, with a port or without: nothing that could say more in an IRI. */
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i;

/** The container's IRI. @throws as `composeBase` */
export function composeContainerIri(request: FastifyRequest, publicUrl: string | null): string {
  return composeBase(request, publicUrl) + CONTAINER_PATH;
}

/**
 * Where a report's receipt is read. Its segment is the annotation's own: a reader is given both at once, the
 * receipt tells less than the annotation, and one secret is easier to keep than two.
 * @throws as `composeBase`
 */
export function composeReceiptIri(
  request: FastifyRequest,
  publicUrl: string | null,
  segment: string,
): string {
  return composeBase(request, publicUrl) + RECEIPTS_PATH + segment;
}

/** Where the reader who holds a receipt tells what a later look has shown. @throws as `composeBase` */
export function composeObservationsIri(
  request: FastifyRequest,
  publicUrl: string | null,
  segment: string,
): string {
  return composeReceiptIri(request, publicUrl, segment) + OBSERVATIONS_PATH;
}

/**
 * Where this endpoint is, without a slash at the end: the public URL where one is configured, else as the client
 * addressed it.
 * @throws ProblemError 400 where the client's Host is no host
 */
function composeBase(request: FastifyRequest, publicUrl: string | null): string {
  if (publicUrl !== null) return publicUrl.replace(/\/$/, '');
  const base = `${request.protocol}://${request.host}`;
  if (!/^https?$/.test(request.protocol) || !HOST.test(request.host) || !URL.canParse(base)) {
    throw new ProblemError(400, 'The Host header does not name a host.');
  }
  return new URL(base).origin;
}

/** The annotation as it came, with the `id` it has here after its context. */
export function composeAnnotation(report: StoredReport, container: string): object {
  const { '@context': context, ...rest } = readStored(report);
  return { '@context': context, id: container + report.segment, ...rest };
}

/** A report with all that helps to find its place again. */
export interface PlacedReport extends Report {
  /** offsets in the article's text; null where the report has none */
  position: { start: number; end: number } | null;
  /** UTF-16 units of the prefix and of the suffix in the quote's own block of text; null where the report does not say */
  inBlock: { prefix: number; suffix: number } | null;
  /** a text fragment as it stands behind `#`; '' where the report has none that can stand in a link */
  fragment: string;
  /** BCP 47 tag that came with the correction, or '' */
  language: string;
}

/** What a stored annotation says, laid flat. */
export function readStoredReport(report: StoredReport): PlacedReport {
  const parsed = parseAnnotation(readStored(report));
  if (!parsed.ok) throw new Error(`${report.canonical} is stored, but is no annotation`);
  const { body, target } = parsed.value;
  const directive = readFragment(target.selector);
  return {
    ...readReport(parsed.value),
    position: readPosition(target.selector),
    inBlock: findQuoteSelector(target.selector)?.inBlock ?? null,
    fragment: directive === null ? '' : `:~:text=${directive}`,
    language: body.find(({ purpose }) => purpose === 'editing')?.language ?? '',
  };
}

function readPosition(selectors: Annotation['target']['selector']): PlacedReport['position'] {
  const found = findPositionSelector(selectors);
  return found === undefined || found.end < found.start
    ? null
    : { start: found.start, end: found.end };
}

export interface PageInput {
  container: string;
  total: number;
  /** from 0 */
  page: number;
  reports: StoredReport[];
}

export function countPages(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE_SIZE));
}

/** A page of the collection, to be embedded or, with the context, to stand alone. */
export function composePage({ container, total, page, reports }: PageInput): object {
  const iri = (number: number) => `${container}?page=${number}`;
  return {
    id: iri(page),
    type: 'AnnotationPage',
    partOf: { id: container, type: 'AnnotationCollection', total },
    startIndex: page * PAGE_SIZE,
    ...(page > 0 ? { prev: iri(page - 1) } : {}),
    ...(page + 1 < countPages(total) ? { next: iri(page + 1) } : {}),
    items: reports.map((report) => composeAnnotation(report, container)),
  };
}

export function composeLonePage(input: PageInput): object {
  return { '@context': ANNOTATION_CONTEXT, ...composePage(input) };
}

/** The container with its first page in it. `modified` is epoch ms, or null when it is empty. */
export function composeContainer(input: PageInput & { modified: number | null }): object {
  return {
    '@context': [ANNOTATION_CONTEXT, 'http://www.w3.org/ns/ldp.jsonld'],
    id: input.container,
    type: ['BasicContainer', 'AnnotationCollection'],
    label: 'Reports from readers',
    total: input.total,
    ...(input.modified === null ? {} : { modified: new Date(input.modified).toISOString() }),
    first: composePage(input),
    last: `${input.container}?page=${countPages(input.total) - 1}`,
  };
}

/**
 * Sends JSON with its ETag, or 304 where a reader has it already. Bytes, not a string: Fastify would
 * add a charset, which is no parameter of these media types.
 */
export function sendRepresentation(
  request: FastifyRequest,
  reply: FastifyReply,
  representation: object,
  mediaType = ANNOTATION_MEDIA_TYPE,
): FastifyReply {
  const body = Buffer.from(JSON.stringify(representation));
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  reply.headers({ ETag: etag, 'Cache-Control': 'private, no-cache' });
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && isKnown(etag, request.headers['if-none-match'])) return reply.code(304).send();
  return reply.type(mediaType).send(body);
}

/** A proxy that compresses makes tags weak, which is no difference here (RFC 9110, section 13.1.2). */
function isKnown(etag: string, ifNoneMatch = ''): boolean {
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

function readStored(report: StoredReport): Record<string, unknown> {
  const annotation: unknown = JSON.parse(report.annotation);
  if (!isRecord(annotation)) throw new Error(`${report.canonical} is stored, but is no object`);
  return annotation;
}
