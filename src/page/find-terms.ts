/**
 * Finds where a page states its terms of reuse: at its end, in a footer or a header, in an element named for
 * copyright or licence, in the last words of the article. The page's own prose is never read for them: an
 * article may speak of copying as its subject.
 */
import type { Terms } from '../model/source.ts';
import { mayHoldTerms } from '../model/terms/cues.ts';
import { splitSentences } from '../model/terms/split-sentences.ts';
import { readPlain } from './plain-document.ts';
import { readTail, readTailTo } from './tail-text.ts';

/**
 * In an attribute's own spelling: the first letter may be a capital. One alone: every selector of this form looks
 * at every element of the page.
 */
const NAMED = '[class*="opyright"]';
/** Found by their names at once. */
const IDS = ['footer', 'colophon', 'legal', 'footer-wrapper', 'copyright'];
const CLASSES = ['footer', 'site-footer', 'license', 'cc-license', 'terms', 'reuse', 'disclaimer'];
const MOST_PLACES = 12;
/** Node.DOCUMENT_POSITION_FOLLOWING, also where there is no global Node. */
const FOLLOWING = 4;
const MOST_FOOTERS = 4;
const AT_THE_END = { nodes: 240, characters: 4_000, without: 'article' };
const OF_A_PLACE = { nodes: 200, characters: 4_000 };
const OF_THE_ARTICLE = { nodes: 40, characters: 1_200 };
/** So many blocks at the end of an article may be a note on it. */
const NOTES = 3;
/** A shorter article is its own subject, whatever stands in it. */
const LEAST_BLOCKS = 5;

/** A block says little below this length, in UTF-16 units, and is no notice above the other. */
const SHORTEST_BLOCK = 18;
/** Chinese, Japanese and Korean say the same in fewer letters. */
const SHORTEST_DENSE = 8;
const FIRST_DENSE = 0x3040;
const LAST_DENSE = 0xd7af;
const LONGEST_NOTICE = 1_200;

/** Kinds from the most binding to the least: a page that asks for a link and reserves all rights asks for the link. */
const WEIGHT: readonly Terms['kind'][] = [
  'active-link-required',
  'permission-required',
  'cc-license',
  'free-with-credit',
  'no-reuse',
  'none',
];

/** What a site's own sentence asks, or null: see `readTerms`. */
export type TermsReader = (text: string, lang?: string | null) => Terms | null;

/** Whether a page seems to state terms in words: cheap, needs no vocabulary, and is true where there are any. */
export function mayStateTerms(page: Document): boolean {
  const document = readPlain(page);
  return mayState(readPlaces(document), readLang(document));
}

/**
 * @param readTerms reads a sentence
 * @returns the most binding terms that the page states in words, or null
 */
export function findTerms(document: Document, readTerms: TermsReader): Terms | null {
  const lang = readLang(document);
  const places = readPlaces(document);
  if (!mayState(places, lang)) return null;
  const read = new Set<string>();
  const found: Terms[] = [];
  for (const blocks of places) {
    for (const [i, block] of blocks.entries()) {
      if (read.has(block)) continue;
      read.add(block);
      const terms = readNotice(block, blocks[i + 1] ?? '', (text) => readTerms(text, lang), lang);
      if (terms !== null) found.push(terms);
    }
  }
  return pickBinding(found);
}

function readLang(document: Document): string | null {
  return document.documentElement?.getAttribute('lang') ?? null;
}

/** One question to all places: most pages have nothing to read. */
function mayState(places: string[][], lang: string | null): boolean {
  return mayHoldTerms(places.flatMap((blocks) => blocks.filter(isLongEnough)).join('\n'), lang);
}

/** The blocks of each place, the likeliest place first. */
function readPlaces(document: Document): string[][] {
  const { body } = document;
  if (body === null) return [];
  const tail = readTailTo(body, AT_THE_END);
  const read = [tail.blocks];
  const places: Element[] = [];
  for (const found of [
    document.getElementsByTagName('footer'),
    document.getElementsByTagName('header'),
    ...CLASSES.map((name) => document.getElementsByClassName(name)),
  ]) {
    for (let i = Math.max(0, found.length - MOST_FOOTERS); i < found.length; i += 1) add(found[i]);
  }
  for (const id of IDS) add(document.getElementById(id));
  const named = document.querySelectorAll(NAMED);
  for (let i = 0; i < named.length && places.length < MOST_PLACES; i += 1) add(named[i]);
  for (const place of places) {
    if (!isWithin(place, tail.before)) read.push(readTail(place, OF_A_PLACE));
  }
  const article = document.getElementsByTagName('article')[0];
  if (article !== undefined) {
    const end = readTail(article, OF_THE_ARTICLE);
    if (end.length >= LEAST_BLOCKS) read.push(end.slice(-NOTES));
  }
  return read;

  /** A place in a place has been read with it. */
  function add(place: Element | null | undefined): void {
    if (!place || place === body || places.some((one) => one.contains(place))) return;
    places.push(place);
  }
}

/** Whether the page's tail holds the place, since it stands behind what the tail begins after. */
function isWithin(place: Element, before: Node | null): boolean {
  if (place.closest(AT_THE_END.without) !== null) return false;
  return before === null || before.compareDocumentPosition(place) === FOLLOWING;
}

function pickBinding(found: Terms[]): Terms | null {
  return found.sort((a, b) => WEIGHT.indexOf(a.kind) - WEIGHT.indexOf(b.kind))[0] ?? null;
}

/** A notice is a block, or goes on in the next. */
function readNotice(
  block: string,
  next: string,
  read: (text: string) => Terms | null,
  lang: string | null,
): Terms | null {
  if (!mayBeNotice(block, lang)) return null;
  const terms = readPassage(block, read);
  if (next.length + block.length > LONGEST_NOTICE || !mayBeNotice(next, lang)) return terms;
  if (terms === null) return /[.!?…]$/.test(block) ? null : read(`${block} ${next}`);
  const more = read(`${block} ${next}`);
  return more !== null && more.kind === terms.kind && tellsMore(more, terms) ? more : terms;
}

function mayBeNotice(block: string, lang: string | null): boolean {
  return isLongEnough(block) && mayHoldTerms(block.slice(0, LONGEST_NOTICE * 3), lang);
}

function isLongEnough(block: string): boolean {
  const letter = block.charCodeAt(0);
  const isDense = letter >= FIRST_DENSE && letter <= LAST_DENSE;
  return block.length >= (isDense ? SHORTEST_DENSE : SHORTEST_BLOCK);
}

function tellsMore(more: Terms, less: Terms): boolean {
  return (
    (more.print !== null && less.print === null) ||
    (more.position !== null && less.position === null) ||
    (more.indexable && !less.indexable)
  );
}

/** A long block is read by a few sentences at a time. */
function readPassage(block: string, read: (text: string) => Terms | null): Terms | null {
  if (block.length <= LONGEST_NOTICE / 2) return read(block);
  const found: Terms[] = [];
  let passage = '';
  for (const sentence of splitSentences(block)) {
    if (passage.length + sentence.length > LONGEST_NOTICE / 2) {
      const terms = read(passage);
      if (terms !== null) found.push(terms);
      passage = '';
    }
    passage += ` ${sentence}`;
  }
  const last = read(passage);
  if (last !== null) found.push(last);
  return pickBinding(found);
}
