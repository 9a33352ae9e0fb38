/**
 * A site's list of the sources that it reuses, as a file: what a check needs of each, and their texts only where whoever
 * wrote the file put them there. What is read becomes copies, as a ledger has them.
 */
import * as v from 'valibot';
import { describeFaults, parse } from '../annotation.ts';
import { NO_ORIGINS, NO_RIGHTS, type Source, termsSchema } from '../source.ts';
import { readTerms } from '../terms.ts';
import { composeCopy } from './compose-copy.ts';
import { type Copy, fingerprintSchema, MOST_FINGERPRINTS } from './copy.ts';

/** Entries of one file. */
const MOST_SOURCES = 100_000;
const LONGEST_TEXT = 2_000_000;

const wordsSchema = v.pipe(v.string(), v.maxLength(4_096));
const webAddressSchema = v.pipe(
  v.string(),
  v.maxLength(4_096),
  v.check(
    (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol),
    'must be an http(s) address',
  ),
);
const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

export const sourceEntrySchema = v.pipe(
  v.strictObject({
    url: webAddressSchema,
    title: v.optional(wordsSchema, ''),
    publisher: v.optional(v.nullable(wordsSchema), null),
    authors: v.optional(v.array(wordsSchema), []),
    published: v.optional(v.nullable(wordsSchema), null),
    /** BCP 47 */
    language: v.optional(v.nullable(wordsSchema), null),
    license: v.optional(v.nullable(wordsSchema), null),
    /** as they were read from the source's page, or the site's own sentence */
    terms: v.optional(v.nullable(v.union([termsSchema, wordsSchema])), null),
    text: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_TEXT))),
    fingerprints: v.optional(v.pipe(v.array(fingerprintSchema), v.maxLength(MOST_FINGERPRINTS))),
    /** words of the fingerprints' text */
    words: v.optional(countSchema, 0),
    /** of the whole article, 0 where that is not known */
    articleWords: v.optional(countSchema, 0),
    /** the container that takes reports for the source's site */
    service: v.optional(v.nullable(webAddressSchema), null),
  }),
  v.check(
    ({ text, fingerprints }) => (text === undefined) !== (fingerprints === undefined),
    'must have either text or fingerprints',
  ),
);
export type SourceEntry = v.InferOutput<typeof sourceEntrySchema>;

export const sourceListSchema = v.object({
  sources: v.pipe(v.array(sourceEntrySchema), v.maxLength(MOST_SOURCES)),
});

export type ReadList = { ok: true; copies: Copy[] } | { ok: false; fault: string };

/**
 * @param list what a file holds, parsed
 * @returns a copy for each entry, or a sentence that names the entry and its fault
 */
export function readSourceList(list: unknown): ReadList {
  const parsed = parse(sourceListSchema, list);
  if (!parsed.ok) return { ok: false, fault: describeFaults(parsed.faults) };
  const copies: Copy[] = [];
  for (const [at, entry] of parsed.value.sources.entries()) {
    const copy = readEntry(entry);
    if (copy === null)
      return { ok: false, fault: `sources.${at}.text: has too few words to be known again` };
    copies.push(copy);
  }
  return { ok: true, copies };
}

/** @returns null where its text is too short to be known again */
export function readEntry(entry: SourceEntry): Copy | null {
  const { url, text, fingerprints, words, articleWords, service } = entry;
  const known = { id: url, copiedAt: 0, carried: false, service, source: composeSource(entry) };
  if (fingerprints !== undefined) return { ...known, words, articleWords, fingerprints };
  const copy = composeCopy({ ...known, text: text ?? '', articleText: '' });
  return copy === null
    ? null
    : { ...copy, articleWords: articleWords === 0 ? copy.words : articleWords };
}

/** What of copies goes into a list: no text, and nothing of who copied when. */
export function writeSourceList(copies: readonly Copy[]): v.InferInput<typeof sourceListSchema> {
  return {
    sources: copies.map(({ source, words, articleWords, service, fingerprints }) => {
      const { url, title, publisher, authors, published, language, license, terms } = source;
      const said = { url, title, publisher, authors, published, language, license, terms };
      return { ...said, words, articleWords, service, fingerprints };
    }),
  };
}

function composeSource(entry: SourceEntry): Source {
  const { url, title, publisher, authors, published, language, license, terms } = entry;
  return {
    ...{ url, title, publisher, authors, published, language, license },
    modified: null,
    rights: NO_RIGHTS,
    origins: NO_ORIGINS,
    terms: typeof terms === 'string' ? readTerms(terms, language) : terms,
    credits: [],
  };
}
