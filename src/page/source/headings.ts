/**
 * The headlines that readers see. A page's first h1 may be its logo, and an h1 may hold more than words
 * (styles, reading aids, a picture), so that its text is gathered with care and within bounds.
 */
import { tidyText } from '../../model/tidy-text.ts';

export interface Heading {
  text: string;
  /** whether its words stand in more than one element, as a kicker and a headline do */
  isMixed: boolean;
  /** what stands behind its first element, without the signs between them; '' where that holds all words */
  tail: string;
  /** whether it stands in a list or a navigation, as the last of the breadcrumbs does */
  isListed: boolean;
  /** whether it links to the site's front page, as a logo does */
  isLogo: boolean;
}

/** Where a statement stands that is the text of a logo's heading. */
export const LOGO = 'logo';

const MOST_HEADINGS = 6;
const MOST_PIECES = 60;
const LONGEST_HEADING = 500;

/** What holds no words of a headline: `rt` and `rp` tell how signs are read. */
const WORDLESS = /^(?:style|script|noscript|template|rt|rp|svg|button|select|time|audio|video)$/i;
const BREAK = /^(?:br|p|div|h[1-6]|li|ul|section)$/i;

/** @returns the headings of a name that have words and are not hidden, in the page's order, each once */
export function readHeadings(document: Document, name: 'h1' | 'h2'): Heading[] {
  const found: Heading[] = [];
  const elements = document.getElementsByTagName(name);
  for (let i = 0; i < elements.length && i < MOST_HEADINGS; i += 1) {
    const element = elements[i];
    if (element === undefined || element.hasAttribute('hidden')) continue;
    const pieces: string[] = [];
    gatherText(element, pieces, 0);
    const words = pieces.filter((piece) => piece.trim() !== '');
    const text = tidyText(pieces.join(''), LONGEST_HEADING);
    if (text === '' || found.some((one) => one.text === text)) continue;
    const isMixed = words.length > 1;
    found.push({
      text,
      isMixed,
      tail: isMixed ? readTail(element) : '',
      isListed: isListed(element),
      isLogo: isLogo(element, document.URL),
    });
  }
  return found;
}

function gatherText(element: Element, pieces: string[], depth: number): void {
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (pieces.length >= MOST_PIECES) return;
    if (node.nodeType === 3) pieces.push((node.nodeValue ?? '').slice(0, LONGEST_HEADING));
    if (node.nodeType !== 1 || WORDLESS.test(node.nodeName)) continue;
    const child = node as Element;
    if (child.hasAttribute('hidden')) continue;
    const isBreak = BREAK.test(node.nodeName);
    if (isBreak) pieces.push(' ');
    if (depth < 8) gatherText(child, pieces, depth + 1);
    if (isBreak) pieces.push(' ');
  }
}

/** "Politics: A storm over the bay", of which the kicker is in an element of its own: "A storm over the bay" */
function readTail(heading: Element): string {
  let inner = heading;
  while (inner.childElementCount === 1 && (inner.firstElementChild?.childElementCount ?? 0) > 0) {
    inner = inner.firstElementChild ?? inner;
  }
  const pieces: string[] = [];
  let isBehind = false;
  for (let node = inner.firstChild; node !== null; node = node.nextSibling) {
    const text = (node.textContent ?? '').slice(0, LONGEST_HEADING);
    if (isBehind) {
      if (node.nodeType === 3) pieces.push(text);
      else if (node.nodeType === 1) gatherText(node as Element, pieces, 0);
    } else if (text.trim() !== '') {
      if (node.nodeType !== 1) return '';
      isBehind = true;
    }
  }
  return tidyText(pieces.join(''), LONGEST_HEADING).replace(/^[\s:|–-]+/, '');
}

function isLogo(heading: Element, url: string): boolean {
  const link = heading.getElementsByTagName('a')[0] ?? heading.parentElement?.closest('a');
  const href = link?.getAttribute('href')?.trim() ?? '';
  if (href === '/') return true;
  const [, host] = /^(?:https?:)?\/\/([^/?#]+)\/?$/.exec(href) ?? [];
  return host !== undefined && url.includes(`//${host}/`);
}

function isListed(element: Element): boolean {
  let parent = element.parentElement;
  for (let i = 0; i < 3 && parent !== null; i += 1, parent = parent.parentElement) {
    if (/^(?:li|nav|ol|aside)$/i.test(parent.nodeName)) return true;
    if (parent.getAttribute('class')?.includes('readcrumb')) return true;
  }
  return false;
}
