/**
 * Where the article's text stands in a document: one bounded walk over its paragraphs, without layout.
 * The element that holds most of it is the article's root.
 */

const MOST_PARAGRAPHS = 400;
const SHORTEST_PARAGRAPH = 60;
/** Below this much text in paragraphs, in characters, other elements are asked as well: not all pages know paragraphs. */
const ENOUGH_TEXT = 800;
const MOST_BLOCKS = 1_500;
/** So many elements are looked at, however short they are, and so many characters read, however they are nested. */
const MOST_ELEMENTS = 5_000;
const MOST_CHARACTERS = 3_000_000;
/** So many are looked at that stand in others: each one's text is read with theirs already. */
const MOST_NESTED = 300;
/** A paragraph speaks for its parent, less for what is around that (each wrapped in an element of its own). */
const SHARES = [1, 0.5, 0.3];
/** A character of these scripts says about as much as two letters do. */
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
const DENSE_WEIGHT = 2;
/** What is inside of these is not the article, however long it is. */
const ASIDE =
  'nav, aside, footer, [role="navigation"], [role="complementary"], [id*="comment" i], [class*="comment" i], [class*="cookie" i], [id*="cookie" i]';

export interface ArticleText {
  /** the element that holds most of the text, or null where there is no running text */
  root: Element | null;
  /** characters in the root's paragraphs, those of dense scripts counted twice */
  length: number;
  /** how many paragraphs the root has */
  paragraphs: number;
  /** share of the characters that are link text, 0 to 1 */
  linkShare: number;
  /** characters in all paragraphs of the page, wherever they stand */
  total: number;
  /** characters of a paragraph of the page, in the mean */
  averageLength: number;
}

interface Tally {
  length: number;
  paragraphs: number;
  linked: number;
}

interface Walk {
  tallies: Map<Element, Tally>;
  /** parents of paragraphs, and whether they stand aside: most paragraphs share theirs */
  asides: Map<Element, boolean>;
  count: number;
  total: number;
  /** characters read, also those that do not count */
  read: number;
  /** the outermost element that was read last, and how many that stood in such a one */
  outer: Element | null;
  nested: number;
}

export function findArticleText(document: Document): ArticleText {
  const walk: Walk = {
    tallies: new Map(),
    asides: new Map(),
    count: 0,
    total: 0,
    read: 0,
    outer: null,
    nested: 0,
  };
  addParagraphs(walk, document.getElementsByTagName('p'));
  // Properties are of items: where there is none, none is looked for.
  const hasItems = document.querySelector('[itemtype]') !== null;
  const stated = hasItems ? document.querySelector('[itemprop~="articleBody"]') : null;
  if (stated !== null) addParagraphs(walk, stated.children, 'div');
  if (walk.total < ENOUGH_TEXT) {
    addBrokenLines(walk, document.getElementsByTagName('br'));
    addPlainBlocks(walk, document.getElementsByTagName('div'));
  }
  const { total, count } = walk;
  const best = pickBest(walk.tallies);
  const averageLength = total / Math.max(count, 1);
  if (best === null) {
    return { root: stated, length: 0, paragraphs: 0, linkShare: 0, total, averageLength };
  }
  const [element, tally] = best;
  return {
    root: stated?.contains(element) === true ? stated : element,
    length: tally.length,
    paragraphs: tally.paragraphs,
    linkShare: tally.length === 0 ? 0 : Math.min(1, tally.linked / tally.length),
    total,
    averageLength,
  };
}

/** @param tag only elements of this name, where the collection has others */
function addParagraphs(walk: Walk, elements: HTMLCollection, tag?: string): void {
  // A live collection is walked by its index: an iterator costs more, a copy of a hostile page far more.
  for (let i = 0; goesOn(walk) && i < MOST_ELEMENTS; i += 1) {
    const paragraph = elements[i];
    if (paragraph === undefined) return;
    if (tag === undefined || paragraph.localName === tag) {
      addParagraph(walk, paragraph, paragraph.parentElement, 1);
    }
  }
}

/** Text whose paragraphs are only broken lines: what holds the breaks holds the text. */
function addBrokenLines(walk: Walk, breaks: HTMLCollection): void {
  const seen = new Set<Element>();
  for (let i = 0; goesOn(walk) && i < MOST_PARAGRAPHS; i += 1) {
    const holder = breaks[i]?.parentElement ?? null;
    if (holder === null || seen.has(holder)) continue;
    seen.add(holder);
    if (holder.localName !== 'p') addParagraph(walk, holder, holder, holder.children.length);
  }
}

const INLINE = /^(?:a|abbr|b|cite|code|em|i|mark|q|small|span|strong|sub|sup|time|u)$/;

/** Paragraphs that are written as plain blocks. */
function addPlainBlocks(walk: Walk, blocks: HTMLCollection): void {
  for (let i = 0; goesOn(walk) && i < MOST_BLOCKS; i += 1) {
    const block = blocks[i];
    if (block === undefined) return;
    const first = block.firstElementChild;
    const last = block.lastElementChild;
    if (first !== null && !INLINE.test(first.localName)) continue;
    if (last !== null && !INLINE.test(last.localName)) continue;
    addParagraph(walk, block, block.parentElement, 1);
  }
}

/** @param lines how many paragraphs it stands for */
function addParagraph(walk: Walk, paragraph: Element, parent: Element | null, lines: number): void {
  if (walk.outer?.contains(paragraph) !== true) walk.outer = paragraph;
  else if (++walk.nested > MOST_NESTED) return;
  const size = measureText(walk, paragraph);
  if (size < SHORTEST_PARAGRAPH || parent === null || isAside(walk.asides, parent)) return;
  let linked = 0;
  const links = paragraph.getElementsByTagName('a');
  for (let i = 0; i < links.length && i < MOST_PARAGRAPHS && walk.read < MOST_CHARACTERS; i += 1) {
    linked += measureText(walk, links[i]);
  }
  walk.count += 1;
  walk.total += size;
  let around: Element | null = parent;
  for (const share of SHARES) {
    if (around === null) return;
    addTally(walk.tallies, around, size, linked, lines, share);
    around = around.parentElement;
  }
}

function isAside(asides: Map<Element, boolean>, parent: Element): boolean {
  const known = asides.get(parent);
  if (known !== undefined) return known;
  const aside = parent.closest(ASIDE) !== null;
  asides.set(parent, aside);
  return aside;
}

function goesOn({ count, read }: Walk): boolean {
  return count < MOST_PARAGRAPHS && read < MOST_CHARACTERS;
}

function measureText(walk: Walk, element: Element | undefined): number {
  const written = element?.textContent ?? '';
  walk.read += written.length;
  const text = written.trim();
  // Whether a script is dense shows in its first letters.
  if (!/[\u3040-\u9fff\uac00-\ud7af]/.test(text.slice(0, 100))) return text.length;
  return text.length + (text.match(DENSE)?.length ?? 0) * (DENSE_WEIGHT - 1);
}

function addTally(
  tallies: Map<Element, Tally>,
  element: Element,
  length: number,
  linked: number,
  paragraphs: number,
  weight: number,
): void {
  if (element.localName === 'html') return;
  let tally = tallies.get(element);
  if (tally === undefined) {
    tally = { length: 0, paragraphs: 0, linked: 0 };
    tallies.set(element, tally);
  }
  tally.length += length * weight;
  tally.paragraphs += paragraphs * weight;
  tally.linked += linked * weight;
}

function pickBest(tallies: Map<Element, Tally>): [Element, Tally] | null {
  let best: [Element, Tally] | null = null;
  for (const entry of tallies) {
    if (best === null || entry[1].length > best[1].length) best = entry;
  }
  return best;
}
