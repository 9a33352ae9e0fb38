/**
 * Tells whether two reports are about the same place: a key of the article, the quoted words, and the text that
 * touches them, which is the same from whatever distance a reader's program has taken its context. Keys lie
 * in the database, with the reports and with what was observed of them: whoever changes this adds a migration
 * that makes them all anew.
 */
import { createHash } from 'node:crypto';
import { parseAnnotation } from '../model/annotation.ts';
import { cleanUrl } from '../model/canonical-url.ts';
import { foldWords } from '../model/no-mistake.ts';
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
    foldWords(exact),
    [...foldWords(prefix)].slice(-CONTEXT).join('').trim(),
    [...foldWords(suffix)].slice(0, CONTEXT).join('').trim(),
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

/** Where in the article somebody was, as whom, led there by what, and by which protocol: it is the same article. */
function readArticle(source: string): string {
  return (cleanUrl(source) ?? source).replace(/^http:/, 'https:');
}

/** The key of quoted words, wherever they stand; '' for none. */
export function keyWords(exact: string): string {
  const words = foldWords(exact);
  return words === '' ? '' : hash([words]);
}

function hash(parts: string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return digest.subarray(0, KEY_BYTES).toString('base64url');
}
