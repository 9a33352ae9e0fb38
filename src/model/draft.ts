/**
 * What a reader has begun to report and not sent yet: what stands in a dialog, kept at each keystroke, and
 * places that were marked to be sent together. It becomes an annotation when it is sent.
 */
import * as v from 'valibot';
import { type Annotation, canonicalSchema, type Selector, selectorSchema } from './annotation.ts';
import { nativeFormSchema } from './native-form.ts';
import { composeAnnotation, findQuoteSelector, REPORT_KINDS } from './report.ts';

/** Characters of a selection that are taken; a sentence or two, not an article. */
export const QUOTE_LIMIT = 1_000;
/** Places that can be marked on one page. */
export const MOST_MARKS = 50;
/** Days after which what nobody came back to is deleted. */
export const DRAFT_DAYS = 30;

const LONGEST_URL = 4096;
const LONGEST_TITLE = 1000;
const LONGEST_TAG = 100;
const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const url = text(LONGEST_URL);

/** Where a quote stands and to whom it may go, as the page says it. */
export const placeSchema = v.object({
  /** canonical URL of the article, or of the frame that the quote stands in */
  source: url,
  /** URL of the page around that frame, or '' */
  scope: url,
  title: text(LONGEST_TITLE),
  /** BCP 47 tag of the quoted text, or '' */
  language: text(LONGEST_TAG),
  selectors: v.pipe(v.array(selectorSchema), v.maxLength(4)),
  /** the endpoint that the page itself names, resolved, unchecked */
  declared: v.nullable(url),
  /** the site's own form */
  native: v.nullable(nativeFormSchema),
});
export type ReportPlace = v.InferOutput<typeof placeSchema>;

/**
 * What a page says of itself may be of any length: an address loses its query, what cannot be cut is left out. With
 * the query goes what would open that address at the words.
 */
export function fitPlace(place: ReportPlace): ReportPlace {
  const { scope, title, language, declared } = place;
  const source = fitAddress(place.source);
  return {
    ...place,
    source,
    selectors: source === place.source ? place.selectors : dropFragments(place.selectors),
    scope: fitAddress(scope),
    title: title.slice(0, LONGEST_TITLE),
    language: language.length > LONGEST_TAG ? '' : language,
    declared: declared !== null && declared.length > LONGEST_URL ? null : declared,
  };
}

/** The selectors without those that are a piece of an address: for words that are found, but not by that address. */
export function dropFragments(selectors: Selector[]): Selector[] {
  return selectors.filter(({ type }) => type !== 'FragmentSelector');
}

function fitAddress(address: string): string {
  if (address.length <= LONGEST_URL || !URL.canParse(address)) return address;
  const { origin, pathname } = new URL(address);
  const bare = origin + pathname;
  return bare.length <= LONGEST_URL ? bare : `${origin}/`;
}

export const draftSchema = v.object({
  canonical: canonicalSchema,
  place: placeSchema,
  kind: v.picklist(REPORT_KINDS),
  correction: text(2000),
  comment: text(4000),
  /** put aside by the reader, to be sent with others */
  isMarked: v.boolean(),
  /** epoch ms */
  createdAt: v.number(),
  updatedAt: v.number(),
});
export type Draft = v.InferOutput<typeof draftSchema>;

/** As it lies in storage: with the page that it belongs to, as the browser named it. */
export const storedDraftSchema = v.object({ ...draftSchema.entries, page: v.string() });
export type StoredDraft = v.InferOutput<typeof storedDraftSchema>;

/** Writes a draft as the annotation that is sent. A correction that corrects nothing is none. */
export function composeDraft({ place, ...draft }: Draft): Annotation {
  const { source, scope, selectors, language } = place;
  const isSame = draft.correction.trim() === findQuoteSelector(selectors)?.exact;
  return composeAnnotation({
    ...draft,
    ...{ source, scope, selectors, language },
    correction: isSame ? '' : draft.correction.trim(),
    comment: draft.comment.trim(),
  });
}
