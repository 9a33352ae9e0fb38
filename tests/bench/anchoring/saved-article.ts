/**
 * The article of a saved page as the benchmark edits it, and the way back: an edit of the article is carried out on
 * the page's own text nodes and elements, and a place in it is a range there.
 */
import {
  type Article,
  type Block,
  blockAt,
  createRun,
  type Place,
  type Run,
  readBlock,
} from './article.ts';
import { createRange } from './build-page.ts';

export interface SavedArticle {
  article: Article;
  /** Makes of the page what the article has become; once only. */
  apply(edited: Article): void;
  /** the DOM range of a stretch of a block, in the article as it was or, once it is applied, as it is */
  locate(article: Article, place: Place): Range;
}

/** What a paragraph has within it at most: nothing that breaks its line or that is no text. */
const INLINE = new Set(
  'a em strong b i span u small sub sup mark code time abbr cite q s font bdi ins del'.split(' '),
);
const BLOCKS = 'p, h1, h2, h3, h4, li, blockquote, td, dd';
const APART = 'nav, footer, aside, header, form, dialog, [hidden], [aria-hidden="true"]';
/** In UTF-16 units: what is shorter is a label rather than a paragraph. */
const PARAGRAPH = 60;
const FEWEST = 4;

/** @returns the article's paragraphs and headings, each of which stands there once; none where there are hardly any */
export function listParagraphs(body: HTMLElement): HTMLElement[] {
  const root = findRoot(body);
  if (root === null) return [];
  const counts = countTexts(body);
  const elements = [...root.querySelectorAll<HTMLElement>(BLOCKS)].filter(
    (element) => isParagraph(element) && counts.get(tidy(element.textContent)) === 1,
  );
  return elements.length < FEWEST ? [] : elements;
}

/** @returns null where the page has no article of some paragraphs */
export function readSavedArticle(body: HTMLElement): SavedArticle | null {
  const elements = listParagraphs(body);
  if (elements.length === 0) return null;
  const places = new Map<number, { element: HTMLElement; texts: Text[] }>();
  const blocks = elements.map((element, id): Block => {
    const texts = listTexts(element);
    places.set(id, { element, texts });
    const runs = texts.map((text, at) => createRun(text.data, String(at)));
    return { id, tag: element.localName, runs };
  });
  const article = { language: document.documentElement.lang, blocks };
  const placeOf = (id: number) => {
    const place = places.get(id);
    if (place === undefined) throw new Error(`there is no block ${id} in the page`);
    return place;
  };
  return {
    article,
    locate: (one, place) => createRange(placeOf(blockAt(one, place.at).id).texts, place),
    apply: (edited) => {
      const known = new Map(article.blocks.map((block) => [block.id, block]));
      for (const block of edited.blocks) {
        const old = known.get(block.id);
        if (old === undefined) places.set(block.id, createBlock(block));
        else if (old !== block) writeRuns(placeOf(block.id), block.runs);
      }
      const kept = new Set(edited.blocks.map(({ id }) => id));
      const gone = article.blocks.filter(({ id }) => !kept.has(id));
      const moved = findMoved(article, edited);
      for (const [at, { id }] of edited.blocks.entries()) {
        if (known.has(id) && id !== moved) continue;
        const { element } = placeOf(id);
        const next = edited.blocks
          .slice(at + 1)
          .find((other) => known.has(other.id) && other.id !== moved);
        const before = edited.blocks[at - 1];
        if (next !== undefined) placeOf(next.id).element.before(element, '\n');
        else if (before !== undefined) placeOf(before.id).element.after('\n', element);
      }
      for (const { id } of gone) placeOf(id).element.remove();
    },
  };
}

/** The element around most of the text that stands in paragraphs. */
function findRoot(body: HTMLElement): HTMLElement | null {
  const lengths = new Map<HTMLElement, number>();
  for (const paragraph of body.querySelectorAll('p')) {
    const length = paragraph.textContent.trim().length;
    if (length < PARAGRAPH || paragraph.closest(APART) !== null) continue;
    const parent = paragraph.parentElement;
    for (const root of [parent, parent?.parentElement ?? null]) {
      if (root !== null) lengths.set(root, (lengths.get(root) ?? 0) + length);
    }
  }
  const [best] = [...lengths].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

/** Of two paragraphs that are the same, nobody could say which of them an edit was made to. */
function countTexts(body: HTMLElement): Map<string, number> {
  const counts = new Map<string, number>();
  for (const element of body.querySelectorAll(`${BLOCKS}, div, figcaption, a, span`)) {
    const text = tidy(element.textContent);
    const inner = element.parentElement;
    // A lone child has its parent's text: that is once, not twice.
    if (inner !== null && tidy(inner.textContent) === text) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

function isParagraph(element: HTMLElement): boolean {
  const text = element.textContent.trim();
  const isLong = text.length >= (/^h\d$/.test(element.localName) ? 15 : PARAGRAPH / 2);
  if (!isLong || text.length > 6000 || element.closest(APART) !== null) return false;
  if (!element.checkVisibility()) return false;
  return [...element.querySelectorAll<HTMLElement>('*')].every(
    (inner) => INLINE.has(inner.localName) && inner.checkVisibility() && !inner.hidden,
  );
}

function listTexts(element: HTMLElement): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) texts.push(node);
  }
  return texts;
}

function createBlock(block: Block): { element: HTMLElement; texts: Text[] } {
  const element = document.createElement(block.tag);
  const text = document.createTextNode(readBlock(block));
  element.append(text);
  return { element, texts: [text] };
}

/** Puts the runs of each text node in its place: as its text, or as several nodes where an edit has made several. */
function writeRuns(place: { texts: Text[] }, runs: readonly Run[]): void {
  place.texts = place.texts.flatMap((node, at) => {
    const own = runs.filter(({ home, text }) => home === String(at) && text !== '');
    if (!own.some(({ wrapped, cut }) => wrapped || cut)) {
      const data = own.map(({ text }) => text).join('');
      if (node.data !== data) node.data = data;
      return [node];
    }
    const nodes = own.map(({ text }) => document.createTextNode(text));
    node.replaceWith(
      ...nodes.map((text, index) => {
        if (own[index]?.wrapped !== true) return text;
        const wrap = document.createElement('span');
        wrap.append(text);
        return wrap;
      }),
    );
    return nodes;
  });
}

/** The one block that stands elsewhere among the others than it did. */
function findMoved(before: Article, after: Article): number | null {
  const now = new Set(after.blocks.map(({ id }) => id));
  const old = before.blocks.map(({ id }) => id).filter((id) => now.has(id));
  const was = new Set(old);
  const kept = after.blocks.map(({ id }) => id).filter((id) => was.has(id));
  const at = old.findIndex((id, index) => id !== kept[index]);
  if (at === -1) return null;
  return (old[at + 1] === kept[at] ? old[at] : kept[at]) ?? null;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
