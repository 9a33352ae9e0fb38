/**
 * What a site has corrected, for its readers: each note with what it is about, made fit to be shown to anybody, as linked
 * data in the words of schema.org and as an Atom feed. Which editor wrote it is nobody else's business.
 */
import * as v from 'valibot';
import { clip, tidyLine, tidyLines } from '../notices/tidy-words.ts';
import type { Note } from '../store/notes.ts';
import { writeChange } from '../write-change.ts';
import { type Feed, readTag, readWebAddress, writeId } from './compose-feed.ts';
import type { CorrectionWords } from './correction-words.ts';

/** Signs, as people count them. */
const TITLE = 110;
const QUOTE = 600;
const TEXT = 2_000;

export interface Correction {
  /** an IRI, the same for as long as the note is there */
  id: string;
  /** URL of the article; '' where it is no web address */
  article: string;
  exact: string;
  /** '' where it is not known */
  correction: string;
  /** BCP 47 tag, or '' */
  language: string;
  /** may be of several lines */
  text: string;
  /** epoch ms */
  at: number;
  changedAt: number;
}

export interface CorrectionLog {
  site: string;
  /** where the endpoint serves the log, without an ending and a query */
  url: string;
  /** a language that the address names, or '' */
  lang: string;
  /** the page of the log; '' is the first, null that there is none */
  after: string;
  next: string | null;
  words: CorrectionWords;
  corrections: readonly Correction[];
}

export function readCorrection(note: Note): Correction {
  const { site, place, at, changedAt } = note;
  return {
    id: writeId(['note', site, place]),
    article: readWebAddress(note.source),
    exact: clip(tidyLine(note.exact), QUOTE),
    correction: clip(tidyLine(note.correction), QUOTE),
    language: readTag(note.language),
    text: clip(tidyLines(note.text), TEXT),
    ...{ at, changedAt },
  };
}

/** @param ending '', `.json` or `.atom` */
export function composeLogUrl(
  { url, lang }: Pick<CorrectionLog, 'url' | 'lang'>,
  ending: string,
  after = '',
): string {
  const query = new URLSearchParams({
    ...(lang === '' ? {} : { lang }),
    ...(after === '' ? {} : { after }),
  });
  return `${url}${ending}${query.size === 0 ? '' : `?${query}`}`;
}

/** What `composeLinkedData` makes. */
export const linkedDataSchema = v.object({
  '@context': v.literal('https://schema.org'),
  '@type': v.literal('ItemList'),
  '@id': v.string(),
  name: v.string(),
  url: v.pipe(v.string(), v.description('of the page')),
  itemListOrder: v.string(),
  numberOfItems: v.number(),
  itemListElement: v.array(
    v.object({
      '@type': v.literal('CorrectionComment'),
      '@id': v.string(),
      about: v.exactOptional(v.object({ '@type': v.literal('NewsArticle'), url: v.string() })),
      text: v.string(),
      inLanguage: v.exactOptional(v.string()),
      datePublished: v.string(),
      dateModified: v.string(),
    }),
  ),
});
type LinkedData = v.InferOutput<typeof linkedDataSchema>;

/** The log as linked data: https://schema.org/CorrectionComment */
export function composeLinkedData(log: CorrectionLog): LinkedData {
  const { site, words, after, corrections } = log;
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    '@id': composeLogUrl({ ...log, lang: '' }, '.json', after),
    name: `${words.title}: ${site}`,
    url: composeLogUrl({ ...log, lang: '' }, '', after),
    itemListOrder: 'https://schema.org/ItemListOrderDescending',
    numberOfItems: corrections.length,
    itemListElement: corrections.map((one) => ({
      '@type': 'CorrectionComment',
      '@id': one.id,
      ...(one.article === ''
        ? {}
        : { about: { '@type': 'NewsArticle' as const, url: one.article } }),
      text: one.text,
      ...(one.language === '' ? {} : { inLanguage: one.language }),
      datePublished: new Date(one.at).toISOString(),
      dateModified: new Date(one.changedAt).toISOString(),
    })),
  };
}

export function composeCorrectionsFeed(log: CorrectionLog): Feed {
  const { site, words, after, next, corrections } = log;
  const home = composeLogUrl(log, '', after);
  return {
    id: writeId(['notes', site]),
    title: `${words.title}: ${site}`,
    home,
    links: [
      { rel: 'self', href: composeLogUrl(log, '.atom', after) },
      ...(next === null ? [] : [{ rel: 'next' as const, href: composeLogUrl(log, '.atom', next) }]),
    ],
    updated: corrections.reduce((last, { changedAt }) => Math.max(last, changedAt), 0),
    entries: corrections.map((one) => {
      const change = composeChange(one, QUOTE);
      return {
        id: one.id,
        ...{ url: one.article || home, article: '', tags: [] },
        title: composeChange(one, TITLE / 2 - 2) || clip(tidyLine(one.text), TITLE),
        text: [change, one.text].filter((line) => line !== '').join('\n\n'),
        ...{ language: one.language, published: one.at, updated: one.changedAt },
      };
    }),
  };
}

/** @param most signs of each */
function composeChange({ exact, correction }: Correction, most: number): string {
  if (correction === '') return clip(exact, most);
  return writeChange(clip(exact, most), clip(correction, most));
}
