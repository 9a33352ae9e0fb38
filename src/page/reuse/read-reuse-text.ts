/**
 * A page, or an editor's field, as a text in which reuse is sought: its words with the paragraphs that they stand in, the
 * links among them, and the way back to the page.
 */

import { countBefore } from '../../model/reuse/count-before.ts';
import { isEndMatter } from '../../model/reuse/end-matter.ts';
import type { LinkAt, ReuseText } from '../../model/reuse/reuse-text.ts';
import { splitWords } from '../../model/reuse/split-words.ts';
import { findArticleText } from '../article-root.ts';
import { findElement } from '../find-element.ts';
import { readBase } from '../metadata.ts';
import { indexText, type TextIndex } from '../text-index.ts';

export interface PageReuseText extends ReuseText {
  /** The element that holds the paragraph of a word; null where there is no such word. */
  findBlock(word: number): Element | null;
  /** The range of a stretch of words (`to` exclusive), or null. */
  createRange(from: number, to: number): Range | null;
}

const MOST_LINKS = 5_000;
/** What is in these is no part of what a page publishes as its own text. */
const NOT_OWN =
  'nav, footer, aside, form, dialog, [role="navigation"], [role="contentinfo"], [role="complementary"], [role="dialog"], [role="banner"]';
/** Names of elements that hold what stands around an article. Those of a post's subjects (`tag-social`) are none. */
const AROUND =
  /(?:^|\s)(?!(?:tag|category|type|post|format|has|is|js)-)(?:[^\s]*[_-])?(?:newsletter|subscription|author-?(?:bio|box|info|card)|about-?author|bio|copyright|share|sharing|social|comments?|related|recommended|promo|disclaimer)(?:[_-][^\s]*)?(?=$|\s)/i;
/** These hold an article, however they are named. */
const WHOLE = /^(?:article|main|body)$/;
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|kbd|label|mark|q|s|small|span|strong|sub|sup|time|u|var)$/;

/** @param root a whole document, or the element of an editor's field, of which all is its own */
export function readReuseText(root: Document | Element): PageReuseText {
  const page = isDocument(root) ? root : null;
  const document = isDocument(root) ? root : root.ownerDocument;
  const index = indexText(page?.body ?? root);
  const { words, starts, ends } = splitWords(index.text);
  const paragraphs = numberParagraphs(index.blocks, starts);
  const blocks = new Map<number, Element | null>();
  const findBlock = (word: number) => {
    const paragraph = paragraphs[word];
    if (paragraph === undefined) return null;
    const known = blocks.get(paragraph);
    if (known !== undefined) return known;
    const found = findHolder(index, starts[word] ?? 0);
    blocks.set(paragraph, found);
    return found;
  };
  const owned = new Map<number, boolean>();
  const article = page === null ? null : findArticleText(page).root;
  const readParagraph = (paragraph: number) =>
    index.text.slice(index.blocks[paragraph] ?? 0, index.blocks[paragraph + 1]);
  return {
    text: index.text,
    ...{ words, starts, ends, paragraphs },
    start: page === null ? 0 : findStart(article, index, starts),
    isOwn(word) {
      if (page === null) return true;
      const paragraph = paragraphs[word] ?? -1;
      const known = owned.get(paragraph);
      if (known !== undefined) return known;
      const block = findBlock(word);
      const isOwn = !isAround(block, article) && !isEndMatter(readParagraph(paragraph));
      owned.set(paragraph, isOwn);
      return isOwn;
    },
    links: readLinks(root, document, index, starts),
    nofollow: page !== null && readNofollow(page),
    findBlock,
    createRange: (from, to) => index.createRange(starts[from] ?? 0, ends[to - 1] ?? 0),
  };
}

/** Whether an element stands in what is named as something else than the article, and does not hold it. */
function isAround(block: Element | null, article: Element | null): boolean {
  if ((block?.closest(NOT_OWN) ?? null) !== null) return true;
  for (let element = block; element !== null; element = element.parentElement) {
    if (WHOLE.test(element.localName) || (article !== null && element.contains(article))) break;
    if (AROUND.test(`${element.id} ${element.getAttribute('class') ?? ''}`)) return true;
  }
  return false;
}

function isDocument(root: Document | Element): root is Document {
  return root.nodeType === 9;
}

/** The first word of the article's first paragraph; of a page that is none, its first word. */
function findStart(root: Element | null, index: TextIndex, starts: readonly number[]): number {
  const first = root?.querySelector('p') ?? root;
  return first === null ? 0 : countBefore(starts, index.findOffset(first, 0));
}

function numberParagraphs(blocks: readonly number[], starts: readonly number[]): number[] {
  let paragraph = 0;
  return starts.map((start) => {
    while ((blocks[paragraph + 1] ?? Number.POSITIVE_INFINITY) <= start) paragraph += 1;
    return paragraph;
  });
}

/** The nearest element around a character that is no part of a line. */
function findHolder(index: TextIndex, at: number): Element | null {
  const range = index.createRange(at, at + 1);
  let element = range === null ? null : findElement(range.startContainer);
  while (element !== null && INLINE.test(element.localName) && element.parentElement !== null) {
    element = element.parentElement;
  }
  return element;
}

function readLinks(
  root: Document | Element,
  document: Document,
  index: TextIndex,
  starts: readonly number[],
): LinkAt[] {
  const base = readBase(document);
  const links: LinkAt[] = [];
  for (const link of root.querySelectorAll('a[href]')) {
    if (links.length >= MOST_LINKS) break;
    const written = link.getAttribute('href')?.trim() ?? '';
    if (written === '' || !URL.canParse(written, base)) continue;
    const { href, protocol } = new URL(written, base);
    if (protocol !== 'http:' && protocol !== 'https:') continue;
    links.push({
      href,
      rel: link.getAttribute('rel')?.toLowerCase() ?? '',
      at: countBefore(starts, index.findOffset(link, 0)),
      text: link.textContent?.trim() ?? '',
    });
  }
  return links;
}

function readNofollow(document: Document): boolean {
  return [...document.querySelectorAll('meta[name="robots" i]')].some((meta) =>
    /\b(?:nofollow|none)\b/i.test(meta.getAttribute('content') ?? ''),
  );
}
