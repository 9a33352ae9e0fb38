/**
 * How a stored report looks on the wire: the annotation with the IRI it has here, or what it says, laid flat. IRIs are made
 * when they are asked for, so that an endpoint can move to another host.
 * https://www.w3.org/TR/annotation-protocol/
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ANNOTATION_CONTEXT,
  ANNOTATION_MEDIA_TYPE,
  type Annotation,
} from '../../model/annotation.ts';
import { readFragment } from '../../model/read-fragment.ts';
import {
  findPositionSelector,
  findQuoteSelector,
  type Report,
  readReport,
} from '../../model/report.ts';
import { ProblemError } from '../problems.ts';
import { readLanguage } from '../report-language.ts';
import type { StoredReport } from '../store/stored-report.ts';
import { narrowAnnotation } from './narrow-annotation.ts';
import { isKnown, writeEntityTag } from './preconditions.ts';
import { isRecord } from './submissions.ts';

export const CONTAINER_PATH = '/annotations/';
export const RECEIPTS_PATH = '/receipts/';
/** Behind a receipt's path. */
export const OBSERVATIONS_PATH = '/observations';
/** A name or an address, with a port or without: nothing that could say more in an IRI. */
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i;

/** Clients address the endpoint by the same name again and again, several times in a request. */
let lastBase = { given: '', origin: '' };

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
export function composeBase(request: FastifyRequest, publicUrl: string | null): string {
  if (publicUrl !== null) return publicUrl.replace(/\/$/, '');
  const { protocol, host } = request;
  const base = `${protocol}://${host}`;
  if (base === lastBase.given) return lastBase.origin;
  if (!/^https?$/.test(protocol) || !HOST.test(host) || !URL.canParse(base)) {
    throw new ProblemError(400, 'The Host header does not name a host.');
  }
  lastBase = { given: base, origin: new URL(base).origin };
  return lastBase.origin;
}

/** How a stored annotation begins that names one context, which is what every program writes. */
const USUAL_BEGINNING = `{"@context":${JSON.stringify(ANNOTATION_CONTEXT)},`;

/** The annotation as it came, with the `id` it has here after its context: as JSON. */
export function writeAnnotation(report: StoredReport, container: string): string {
  const { annotation, segment } = report;
  // As it is stored it is JSON already; to read and write it again would cost more than to check it did.
  if (!annotation.startsWith(USUAL_BEGINNING)) {
    return JSON.stringify(composeAnnotation(report, container));
  }
  const id = JSON.stringify(container + segment);
  return `${USUAL_BEGINNING}"id":${id},${annotation.slice(USUAL_BEGINNING.length)}`;
}

/** The same as an object. */
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

/** What a stored annotation says, laid flat; any annotation says something. */
export function readStoredReport(report: StoredReport): PlacedReport {
  const annotation = narrowAnnotation(readStored(report), report);
  const { target } = annotation;
  const directive = readFragment(target.selector);
  return {
    ...readReport(annotation),
    kind: report.kind,
    createdAt: report.createdAt,
    position: readPosition(target.selector),
    inBlock: findQuoteSelector(target.selector)?.inBlock ?? null,
    fragment: directive === null ? '' : `:~:text=${directive}`,
    language: readLanguage(annotation),
  };
}

function readPosition(selectors: Annotation['target']['selector']): PlacedReport['position'] {
  const found = findPositionSelector(selectors);
  return found === undefined || found.end < found.start
    ? null
    : { start: found.start, end: found.end };
}

/**
 * Sends JSON with its ETag, or 304 where a reader has it already. Bytes, not a string: Fastify would
 * add a charset, which is no parameter of these media types.
 * @param representation the object, or its JSON
 */
export function sendRepresentation(
  request: FastifyRequest,
  reply: FastifyReply,
  representation: object | string,
  mediaType = ANNOTATION_MEDIA_TYPE,
): FastifyReply {
  const text = typeof representation === 'string' ? representation : JSON.stringify(representation);
  const body = Buffer.from(text);
  const etag = writeEntityTag(body);
  reply.headers({ ETag: etag, 'Cache-Control': 'private, no-cache' });
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && isKnown(etag, request.headers['if-none-match'])) return reply.code(304).send();
  return reply.type(mediaType).send(body);
}

/** The annotation's entity tag, as it is sent from here. */
export function writeAnnotationTag(report: StoredReport, container: string): string {
  return writeEntityTag(Buffer.from(writeAnnotation(report, container)));
}

function readStored(report: StoredReport): Record<string, unknown> {
  const annotation: unknown = JSON.parse(report.annotation);
  if (!isRecord(annotation)) throw new Error(`${report.canonical} is stored, but is no object`);
  return annotation;
}
