/** Where a page ended, written as text that means nothing to whoever passes it on, and read back with distrust. */
import * as v from 'valibot';
import { parse } from '../../model/annotation.ts';
import { canonicalIri } from '../annotations/annotation-document.ts';
import { createFaultsProblem } from '../problems.ts';
import type { ClusterPlace, ClusterSort } from '../store/cluster-orders.ts';
import type { DismissalPlace } from '../store/dismissals.ts';
import type { NotePlace } from '../store/notes.ts';
import type { Place } from '../store/reports.ts';
import type { SourcePlace } from '../store/sources.ts';
import { storableText } from '../validation.ts';

const placeSchema = v.tuple([v.pipe(v.number(), v.safeInteger()), canonicalIri, storableText]);

export function writeCursor({ receivedAt, canonical, site }: Place): string {
  return encodeCursor([receivedAt, canonical, site]);
}

/** @returns null for '', where the first page begins. @throws ProblemError 400 for what `writeCursor` did not write */
export function readCursor(cursor: string): Place | null {
  const place = decodeCursor(cursor, placeSchema);
  return place === null ? null : { receivedAt: place[0], canonical: place[1], site: place[2] };
}

/** @param value plain data */
export function encodeCursor(value: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** @returns null for ''. @throws ProblemError 400 for a cursor that is not of the schema */
export function decodeCursor<S extends v.GenericSchema>(
  cursor: string,
  schema: S,
): v.InferOutput<S> | null {
  if (cursor === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    value = undefined;
  }
  const parsed = parse(schema, value);
  if (parsed.ok) return parsed.value;
  throw createFaultsProblem([
    { path: 'after', message: 'must be `next` of another page, in the same order' },
  ]);
}

const number = v.pipe(v.number(), v.safeInteger());
/** What a cluster's cursor has behind the name of its order: as many values as that has columns. */
const CLUSTER_PLACES = {
  newest: v.tuple([v.literal('newest'), number, storableText, storableText]),
  oldest: v.tuple([v.literal('oldest'), number, storableText, storableText]),
  readers: v.tuple([v.literal('readers'), number, number, storableText, storableText]),
  article: v.tuple([v.literal('article'), storableText, number, storableText, storableText]),
} satisfies Record<ClusterSort, v.GenericSchema>;

export function writeClusterCursor(sort: ClusterSort, place: ClusterPlace): string {
  return encodeCursor([sort, ...place]);
}

/** As `readCursor`; one of another order is refused, too: it says nothing of where a page of this one begins. */
export function readClusterCursor(sort: ClusterSort, cursor: string): ClusterPlace | null {
  const place = decodeCursor(cursor, CLUSTER_PLACES[sort]);
  return place === null ? null : place.slice(1);
}

const timedPlaceSchema = v.tuple([number, storableText, storableText]);

export function writeDismissalCursor({ at, site, key }: DismissalPlace): string {
  return encodeCursor([at, site, key]);
}

/** As `readCursor`. */
export function readDismissalCursor(cursor: string): DismissalPlace | null {
  const place = decodeCursor(cursor, timedPlaceSchema);
  return place === null ? null : { at: place[0], site: place[1], key: place[2] };
}

export function writeSourceCursor({ at, site, url }: SourcePlace): string {
  return encodeCursor([at, site, url]);
}

/** As `readCursor`. */
export function readSourceCursor(cursor: string): SourcePlace | null {
  const place = decodeCursor(cursor, timedPlaceSchema);
  return place === null ? null : { at: place[0], site: place[1], url: place[2] };
}

export function writeNoteCursor({ at, site, place }: NotePlace): string {
  return encodeCursor([at, site, place]);
}

/** As `readCursor`. */
export function readNoteCursor(cursor: string): NotePlace | null {
  const place = decodeCursor(cursor, timedPlaceSchema);
  return place === null ? null : { at: place[0], site: place[1], place: place[2] };
}
