/**
 * Where the article's text stands in a document: one bounded walk over its paragraphs, without layout.
 * The element that holds most of it is the article's root.
 */

const MOST_PARAGRAPHS = 400;
const SHORTEST_PARAGRAPH = 60;
/** A character of these scripts says about as much as two letters do. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const DENSE_WEIGHT = 2;
/** What is inside of these is not the article, however long it is. */
const ASIDE =
  'nav, aside, footer, header nav, form, [role="navigation"], [role="complementary"], [id*="comment" i], [class*="comment" i], [class*="cookie" i], [id*="cookie" i]';

export interface ArticleText {
  /** the element that holds most of the text, or null where there is no running text */
  root: Element | null;
  /** characters in the root's paragraphs, those of dense scripts counted twice */
  length: number;
  /** how many paragraphs the root has */
  paragraphs: number;
  /** share of the characters that are link text, 0 to 1 */
  linkShare: number;
}

interface Tally {
  length: number;
  paragraphs: number;
  linked: number;
}

export function findArticleText(document: Document): ArticleText {
  const stated = document.querySelector('[itemprop~="articleBody"]');
  const tallies = new Map<Element, Tally>();
  let count = 0;
  for (const paragraph of document.querySelectorAll('p, [itemprop~="articleBody"] > div')) {
    if (count >= MOST_PARAGRAPHS) break;
    const size = measureText(paragraph);
    if (size < SHORTEST_PARAGRAPH || paragraph.closest(ASIDE) !== null) continue;
    count += 1;
    const linked = [...paragraph.querySelectorAll('a')].reduce(
      (sum, link) => sum + measureText(link),
      0,
    );
    // A paragraph speaks for its parent, and half as much for its grandparent (wrapped sections).
    addTally(tallies, paragraph.parentElement, size, linked, 1);
    addTally(tallies, paragraph.parentElement?.parentElement ?? null, size, linked, 0.5);
  }
  const best = pickBest(tallies);
  if (best === null) return { root: stated, length: 0, paragraphs: 0, linkShare: 0 };
  const [element, tally] = best;
  return {
    root: stated?.contains(element) === true ? stated : element,
    length: tally.length,
    paragraphs: tally.paragraphs,
    linkShare: tally.length === 0 ? 0 : Math.min(1, tally.linked / tally.length),
  };
}

function measureText(element: Element): number {
  const text = (element.textContent ?? '').trim();
  return text.length + (text.match(DENSE)?.length ?? 0) * (DENSE_WEIGHT - 1);
}

function addTally(
  tallies: Map<Element, Tally>,
  element: Element | null,
  length: number,
  linked: number,
  weight: number,
): void {
  if (element === null || element.localName === 'html') return;
  const tally = tallies.get(element) ?? { length: 0, paragraphs: 0, linked: 0 };
  tally.length += length * weight;
  tally.paragraphs += weight;
  tally.linked += linked * weight;
  tallies.set(element, tally);
}

function pickBest(tallies: Map<Element, Tally>): [Element, Tally] | null {
  let best: [Element, Tally] | null = null;
  for (const entry of tallies) {
    if (best === null || entry[1].length > best[1].length) best = entry;
  }
  return best;
}
