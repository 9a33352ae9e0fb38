/**
 * The container and its pages as they look on the wire. A page's IRI says by the last annotation before it where it
 * begins, so that every page is found in the index; its number is there for people, and for `startIndex`.
 * https://www.w3.org/TR/2017/REC-annotation-protocol-20170223/#container-representations
 */
import { ANNOTATION_CONTEXT } from '../../model/annotation.ts';
import { writeCursor } from '../api/cursors.ts';
import type { Place } from '../store/reports.ts';
import type { StoredReport } from '../store/stored-report.ts';
import { composeAnnotation } from './representations.ts';

export const PAGE_SIZE = 50;

export interface Collection {
  /** IRI of the container */
  container: string;
  /** whether its pages hold IRIs instead of annotations */
  areIris: boolean;
  total: number;
  /** epoch ms; null where nothing has ever been in it */
  modifiedAt: number | null;
}

/** Where a page begins. */
export interface PageStart {
  /** from 0 */
  number: number;
  /** of the last annotation before it; null for the first page */
  after: Place | null;
}

export interface Page {
  start: PageStart;
  previous: PageStart | null;
  hasNext: boolean;
  /** at least one, unless the page is the first */
  reports: readonly StoredReport[];
}

/** The container's IRI, which tells what its pages hold (section 4.2). */
export function composeCollectionIri({ container, areIris }: Collection): string {
  return `${container}?iris=${areIris ? 1 : 0}`;
}

export function composePageIri(collection: Collection, { number, after }: PageStart): string {
  const cursor = after === null ? '' : `&after=${writeCursor(after)}`;
  return `${composeCollectionIri(collection)}&page=${number}${cursor}`;
}

/**
 * The container with its first page in it, or with that page's IRI.
 * @param last where the last page begins; null where the first one is the only one
 */
export function composeContainer(
  collection: Collection,
  first: Page | null,
  last: PageStart | null,
): object {
  const start = { number: 0, after: null };
  return {
    '@context': [ANNOTATION_CONTEXT, 'http://www.w3.org/ns/ldp.jsonld'],
    ...describeCollection(collection, ['BasicContainer', 'AnnotationCollection']),
    first: first === null ? composePageIri(collection, start) : composePage(collection, first),
    last: composePageIri(collection, last ?? start),
  };
}

export function composeLonePage(collection: Collection, page: Page): object {
  return { '@context': ANNOTATION_CONTEXT, ...composePage(collection, page) };
}

function composePage(collection: Collection, { start, previous, hasNext, reports }: Page): object {
  const { container, areIris } = collection;
  const last = reports.at(-1);
  const next = hasNext && last !== undefined ? { number: start.number + 1, after: last } : null;
  return {
    id: composePageIri(collection, start),
    type: 'AnnotationPage',
    partOf: describeCollection(collection, 'AnnotationCollection'),
    startIndex: start.number * PAGE_SIZE,
    ...(previous === null ? {} : { prev: composePageIri(collection, previous) }),
    ...(next === null ? {} : { next: composePageIri(collection, next) }),
    items: reports.map((report) =>
      areIris ? container + report.segment : composeAnnotation(report, container),
    ),
  };
}

function describeCollection(collection: Collection, type: string | string[]): object {
  const { total, modifiedAt } = collection;
  return {
    id: composeCollectionIri(collection),
    type,
    label: 'Reports from readers',
    total,
    ...(modifiedAt === null ? {} : { modified: new Date(modifiedAt).toISOString() }),
  };
}
