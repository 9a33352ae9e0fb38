/** Where a page ended, written as text that means nothing to whoever passes it on, and read back with distrust. */
import * as v from 'valibot';
import { parse } from '../../model/annotation.ts';
import { canonicalIri } from '../annotations/annotation-document.ts';
import { createFaultsProblem } from '../problems.ts';
import type { DismissalPlace } from '../store/dismissals.ts';
import type { ClusterPlace } from '../store/find-clusters.ts';
import type { NotePlace } from '../store/notes.ts';
import type { Place } from '../store/reports.ts';
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
  throw createFaultsProblem([{ path: 'after', message: 'must be `next` of another page' }]);
}

const clusterPlaceSchema = v.tuple([
  v.pipe(v.number(), v.safeInteger()),
  storableText,
  storableText,
]);

export function writeClusterCursor({ lastAt, place, site }: ClusterPlace): string {
  return encodeCursor([lastAt, place, site]);
}

/** As `readCursor`. */
export function readClusterCursor(cursor: string): ClusterPlace | null {
  const place = decodeCursor(cursor, clusterPlaceSchema);
  return place === null ? null : { lastAt: place[0], place: place[1], site: place[2] };
}

export function writeDismissalCursor({ at, site, key }: DismissalPlace): string {
  return encodeCursor([at, site, key]);
}

/** As `readCursor`. */
export function readDismissalCursor(cursor: string): DismissalPlace | null {
  const place = decodeCursor(cursor, clusterPlaceSchema);
  return place === null ? null : { at: place[0], site: place[1], key: place[2] };
}

export function writeNoteCursor({ at, site, place }: NotePlace): string {
  return encodeCursor([at, site, place]);
}

/** As `readCursor`. */
export function readNoteCursor(cursor: string): NotePlace | null {
  const place = decodeCursor(cursor, clusterPlaceSchema);
  return place === null ? null : { at: place[0], site: place[1], place: place[2] };
}
