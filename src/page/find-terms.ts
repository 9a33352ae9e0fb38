/**
 * Finds where a page states its terms of reuse: at its end, in a footer, in an element named for copyright or
 * licence, in the last words of the article. The page's own prose is never read for them: an article may
 * speak of copying as its subject.
 */
import type { Terms } from '../model/source.ts';
import { mayTellTerms } from '../model/terms/choose-vocabulary.ts';
import { mayNameCommons } from '../model/terms/commons.ts';
import { foldWords } from '../model/terms/fold-words.ts';
import { readTerms } from '../model/terms.ts';
import { readTail } from './tail-text.ts';

/**
 * In an attribute's own spelling: the first letter may be a capital. Few: every selector of this form looks at
 * every element of the page.
 */
const PLACES = '[class*="opyright"],[id*="opyright"],[class*="icense"]';
/** Found by their names at once. */
const IDS = ['footer', 'colophon', 'legal', 'footer-wrapper'];
const CLASSES = ['footer', 'site-footer'];
const MOST_PLACES = 12;
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

/**
 * @param article the element that holds the article, where it is known
 * @returns the most binding terms that the page states in words, or null
 */
export function findTerms(document: Document, article: Element | null = null): Terms | null {
  const lang = document.documentElement?.getAttribute('lang') ?? null;
  const read = new Set<string>();
  const found: Terms[] = [];
  for (const blocks of readPlaces(document, article)) {
    for (const [i, block] of blocks.entries()) {
      if (read.has(block)) continue;
      read.add(block);
      const terms = readNotice(blocks, i, lang);
      if (terms !== null) found.push(terms);
    }
  }
  return found.sort((a, b) => WEIGHT.indexOf(a.kind) - WEIGHT.indexOf(b.kind))[0] ?? null;
}

/** The blocks of each place, the likeliest place first. */
function* readPlaces(document: Document, article: Element | null): Generator<string[]> {
  const { body } = document;
  if (body === null) return;
  yield readTail(body, AT_THE_END);
  const places: Element[] = [];
  for (const found of [
    document.getElementsByTagName('footer'),
    ...CLASSES.map((name) => document.getElementsByClassName(name)),
  ]) {
    for (let i = Math.max(0, found.length - MOST_FOOTERS); i < found.length; i += 1) add(found[i]);
  }
  for (const id of IDS) add(document.getElementById(id));
  const marked = document.querySelectorAll(PLACES);
  for (let i = 0; i < marked.length && places.length < MOST_PLACES; i += 1) add(marked[i]);
  for (const place of places) yield readTail(place, OF_A_PLACE);
  const root = article ?? document.getElementsByTagName('article')[0] ?? null;
  if (root === null || root === body) return;
  const end = readTail(root, OF_THE_ARTICLE);
  if (end.length >= LEAST_BLOCKS) yield end.slice(-NOTES);

  /** A place in a place has been read with it. */
  function add(place: Element | null | undefined): void {
    if (!place || place === body || places.some((one) => one.contains(place))) return;
    places.push(place);
  }
}

/** A notice is a block, or goes on in the next. */
function readNotice(blocks: string[], i: number, lang: string | null): Terms | null {
  const block = blocks[i] ?? '';
  if (!mayBeNotice(block, lang)) return null;
  const next = blocks[i + 1] ?? '';
  const both =
    next === '' || next.length + block.length > LONGEST_NOTICE ? null : `${block} ${next}`;
  const terms = readPassage(block, lang);
  if (terms === null) {
    return both !== null && !/[.!?…]$/.test(block) && mayBeNotice(next, lang)
      ? readTerms(both, lang)
      : null;
  }
  if (both === null || !mayBeNotice(next, lang)) return terms;
  const more = readTerms(both, lang);
  return more !== null && more.kind === terms.kind && tellsMore(more, terms) ? more : terms;
}

function mayBeNotice(block: string, lang: string | null): boolean {
  if (block.length < SHORTEST_BLOCK) return false;
  const words = foldWords(block.slice(0, LONGEST_NOTICE * 3));
  return mayTellTerms(words, lang) || mayNameCommons(words);
}

function tellsMore(more: Terms, less: Terms): boolean {
  return (
    (more.print !== null && less.print === null) ||
    (more.position !== null && less.position === null) ||
    (more.indexable && !less.indexable)
  );
}

/** A long block is read by a few sentences at a time. */
function readPassage(block: string, lang: string | null): Terms | null {
  if (block.length <= LONGEST_NOTICE / 2) return readTerms(block, lang);
  const found: Terms[] = [];
  let passage = '';
  for (const sentence of block.split(/(?<=[.!?…։۔।]["»”)]?)\s+(?=[^\p{Ll}])/u)) {
    if (passage.length + sentence.length > LONGEST_NOTICE / 2) {
      const terms = readTerms(passage, lang);
      if (terms !== null) found.push(terms);
      passage = '';
    }
    passage += ` ${sentence}`;
  }
  const last = readTerms(passage, lang);
  if (last !== null) found.push(last);
  return found.sort((a, b) => WEIGHT.indexOf(a.kind) - WEIGHT.indexOf(b.kind))[0] ?? null;
}
