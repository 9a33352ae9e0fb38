/**
 * Tells whether two reports are about the same place: a key of the article, the quoted words, and the text that
 * touches them, which is the same from whatever distance a reader's program has taken its context. Keys lie
 * in the database, with the reports and with what was observed of them: whoever changes this adds a migration
 * that makes them all anew.
 */
import { createHash } from 'node:crypto';
import { parseAnnotation } from '../model/annotation.ts';
import { type Report, readReport } from '../model/report.ts';

/** Characters (code points) of the text before and behind the quote that belong to its place. */
const CONTEXT = 16;
/** Bytes of a key: as many as nobody hits by accident. */
const KEY_BYTES = 16;

/** @returns the key; a report that quotes nothing has a place of its own */
export function keyPlace(report: Report): string {
  const { source, exact, prefix, suffix, canonical } = report;
  if (exact === '') return hash([canonical]);
  return hash([
    readArticle(source),
    normalise(exact),
    [...normalise(prefix)].slice(-CONTEXT).join('').trim(),
    [...normalise(suffix)].slice(0, CONTEXT).join('').trim(),
  ]);
}

/** The same for an annotation at rest (JSON); one that cannot be read has a place of its own. */
export function keyStoredPlace(annotation: string, canonical: string): string {
  const parsed = parseAnnotation(JSON.parse(annotation));
  return parsed.ok ? keyPlace(readReport(parsed.value)) : hash([canonical]);
}

/**
 * The key of an article, for the reports about it.
 * @param source its URL
 */
export function keyArticle(source: string): string {
  return hash([readArticle(source)]);
}

/** Where in the article somebody was, and as whom, is not which article it is. */
function readArticle(source: string): string {
  const url = new URL(source);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

/** One form for what layout and typing make different: white space, invisible signs, composition. */
function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function hash(parts: string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return digest.subarray(0, KEY_BYTES).toString('base64url');
}
