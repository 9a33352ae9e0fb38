/**
 * Whose text stands in the page now. The source is read once for a text, and anew when the text, the title
 * or the head has become another. The address alone does not tell: an app takes the new one while the old
 * text still stands, until the new text has come over the network, and that text keeps its source.
 */
import type { Source } from '../model/source.ts';
import { findArticleText } from '../page/article-root.ts';
import { readCurrent } from './current-source.ts';

export interface KnownSource {
  source: Source;
  /** the element that holds the article's text, or null where there is no running text */
  root: Element | null;
}

interface Reading extends KnownSource {
  address: string;
  opening: string;
  state: string;
  /** another text stood at this address before, so it may be that the text came first and its address after */
  isLater: boolean;
}

/** Characters by which a text is told from another. */
const OPENING = 300;

/** @param readSource reads a document, the page's own or a copy of it */
export function createSourceMemory(document: Document, readSource: (document: Document) => Source) {
  let known: Reading | null = null;

  function holds(): boolean {
    if (known === null || known.root?.isConnected !== true) return false;
    if (known.state !== readState(document, known.root)) return false;
    return known.address === document.URL || !known.isLater;
  }

  function read(): Reading {
    const isStanding =
      known?.root?.isConnected === true && readOpening(known.root) === known.opening;
    const source = isStanding ? readSource(document) : readCurrent(document, readSource);
    const address = document.URL;
    // The same object stands for the same source.
    const same = known !== null && isEqual(known.source, source) ? known.source : null;
    const found = findArticleText(document).root;
    const isHere = same !== null || known?.address === address;
    const root = isHere ? chooseRoot(known?.root ?? null, found) : found;
    const opening = readOpening(root);
    return {
      source: same ?? source,
      root,
      address,
      opening,
      state: readState(document, root),
      isLater:
        known !== null &&
        known.address === address &&
        (known.isLater || (known.opening !== '' && known.opening !== opening)),
    };
  }

  return {
    /** The source of the text that stands in the page now. */
    recall(): KnownSource {
      if (known === null || !holds()) known = read();
      return known;
    },
    /** The same, when the page was found to be an article: the text may have grown around what was read. */
    renew(): KnownSource {
      const { root } = this.recall();
      const grown = chooseRoot(root, findArticleText(document).root);
      if (known === null || grown !== root) known = read();
      return known;
    },
    /** Reads again what stands there, when more can be read of it than before. */
    reread(): void {
      // At another address the old text would be taken for the new one's.
      if (known !== null && known.address === document.URL) known = read();
    },
    /** Whether the text that was read last still stands. */
    holds,
    /** To be called when the page is no article any more. */
    forget(): void {
      known = null;
    },
  };
}

function isEqual(one: Source, other: Source): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** All by which a change of the text or of what the head says of it is told. */
function readState(document: Document, root: Element | null): string {
  const text = root?.textContent ?? '';
  return [
    document.title,
    readCanonical(document),
    countStatements(document),
    document.getElementsByTagName('h1')[0]?.textContent,
    text.length,
    cutOpening(text),
  ].join('\n');
}

/** By their tags: browsers keep these lists from one copy to the next, where a selector walks all of the page. */
function readCanonical(document: Document): string | null | undefined {
  for (const link of document.getElementsByTagName('link')) {
    if (link.getAttribute('rel')?.toLowerCase() === 'canonical') return link.getAttribute('href');
  }
  return undefined;
}

/** How many places of the page there are that state something for machines. */
function countStatements(document: Document): number {
  let count = document.getElementsByTagName('meta').length;
  for (const script of document.getElementsByTagName('script')) {
    if (/json/i.test(script.getAttribute('type') ?? '')) count += 1;
  }
  return count;
}

function readOpening(root: Element | null): string {
  return cutOpening(root?.textContent ?? '');
}

function cutOpening(text: string): string {
  return text.trimStart().slice(0, OPENING);
}

/** An article that the page puts below the one that stands there is not taken for the rest of it. */
function chooseRoot(standing: Element | null, found: Element | null): Element | null {
  if (standing === null || found === null || !standing.isConnected) return found;
  const own = standing.closest('article') ?? standing;
  const isAnother = [...document.querySelectorAll('article, h1')].some(
    (start) =>
      follows(own, start) &&
      (found.contains(start) ||
        start.contains(found) ||
        (start.localName === 'h1' && follows(start, found))),
  );
  return isAnother ? standing : found;
}

/** Whether an element comes after another, and not inside of it. */
function follows(one: Element, other: Element): boolean {
  const position = one.compareDocumentPosition(other);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !one.contains(other);
}
