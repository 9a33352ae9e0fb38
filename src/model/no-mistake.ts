/**
 * What the editors of a site have said is no mistake: words, and why. Who reports such words is told so by an endpoint; a
 * dialog that knows the list says it before.
 */
import * as v from 'valibot';
import { foldText } from './fold-text.ts';

/** Words of one list, the newest first; an endpoint gives no more. */
const MOST_WORDS = 1_000;
const LONGEST = 2_000;

export const noMistakeSchema = v.object({
  words: v.string(),
  /** '' where the editors have given none */
  reason: v.string(),
});
export type NoMistake = v.InferOutput<typeof noMistakeSchema>;

const itemsSchema = v.pipe(
  v.array(noMistakeSchema),
  v.transform((items) =>
    items
      .filter(({ words, reason }) => words.length <= LONGEST && reason.length <= LONGEST)
      .slice(0, MOST_WORDS),
  ),
);

/** An endpoint's answer. */
export const noMistakesSchema = v.object({ items: itemsSchema });

/** The list of a site, as an endpoint has given it. */
export const noMistakeListSchema = v.object({
  /** IRI of the endpoint's annotation container */
  service: v.string(),
  /** host name of the articles */
  site: v.string(),
  /** of the answer, '' where it had none */
  etag: v.string(),
  /** when the endpoint was asked last (epoch ms) */
  checkedAt: v.number(),
  items: itemsSchema,
});
export type NoMistakeList = v.InferOutput<typeof noMistakeListSchema>;

/** The form in which quoted words are compared, wherever they stand; '' for none. */
export function foldWords(words: string): string {
  return foldText(words).text.trim();
}

/** @param exact quoted words @returns what the list says of them; null where it says nothing */
export function findNoMistake(items: readonly NoMistake[], exact: string): NoMistake | null {
  const sought = foldWords(exact);
  if (sought === '') return null;
  return items.find(({ words }) => foldWords(words) === sought) ?? null;
}

/**
 * The site that an endpoint lists the reports of a place under.
 * @param place URL of the article and of the page around its frame, '' where there is none
 * @returns host name; '' where there is none
 */
export function readReportedSite({ source, scope }: { source: string; scope: string }): string {
  const url = scope === '' ? source : scope;
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : '';
}

/**
 * Where an endpoint gives the list of a site: beside its container.
 * @param service IRI of the container
 */
export function composeNoMistakesUrl(service: string, site: string): string {
  const container = new URL(service);
  container.pathname = container.pathname.replace(/\/*$/, '/');
  return new URL(`../no-mistakes/${encodeURIComponent(site)}`, container).href;
}
