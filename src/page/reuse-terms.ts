/** Finds the sentence in which a page states its terms of reuse: in its footer, or around the article. */

import { readCredit } from '../model/credit/read-credit.ts';
import type { Credit, Terms } from '../model/source.ts';
import { readTerms } from '../model/terms.ts';

const PLACES =
  'footer, [class*="copyright" i], [id*="copyright" i], [class*="footer" i], [id*="footer" i], [class*="license" i], [class*="terms" i], [class*="reuse" i], [class*="notice" i]';
const CAPTIONS =
  'figcaption, [class*="caption" i], [class*="credit" i], [class*="photo-author" i], [class*="source" i]';
const MOST_PLACES = 60;
const LONGEST_PLACE = 20_000;
const MOST_CREDITS = 50;

/** Kinds from the most binding to the least: a page that asks for a link and reserves all rights asks for the link. */
const WEIGHT: Terms['kind'][] = [
  'active-link-required',
  'cc-license',
  'permission-required',
  'free-with-credit',
  'no-reuse',
];

/** @returns the most telling terms that the page states in words, or null */
export function findTerms(document: Document): Terms | null {
  const found: Terms[] = [];
  const seen = new Set<string>();
  for (const place of [...document.querySelectorAll(PLACES)].slice(0, MOST_PLACES)) {
    for (const sentence of splitSentences(place)) {
      if (seen.has(sentence)) continue;
      seen.add(sentence);
      const terms = readTerms(sentence);
      if (terms !== null) found.push(terms);
    }
  }
  return found.sort((a, b) => WEIGHT.indexOf(a.kind) - WEIGHT.indexOf(b.kind))[0] ?? null;
}

/** Sentences within the blocks of a place: a block's end ends a sentence, whatever its punctuation. */
function splitSentences(place: Element): string[] {
  const text = readBlockText(place, LONGEST_PLACE);
  return text
    .split(/\n+|(?<=[.!?։۔]["»”)]?)\s+(?=[\p{Lu}\p{Lo}«"“©])/u)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
}

const BLOCK =
  /^(address|article|aside|br|dd|div|dl|dt|figcaption|footer|h[1-6]|header|hr|li|ol|p|section|table|td|th|tr|ul)$/;
const SILENT = /^(script|style|noscript|template|svg|select|textarea)$/;

function readBlockText(place: Element, limit: number): string {
  let text = '';
  // An explicit stack: a hostile page may nest deeper than the call stack goes.
  const stack: (Node | '\n')[] = [place];
  for (let one = stack.pop(); one !== undefined && text.length <= limit; one = stack.pop()) {
    if (one === '\n') text += one;
    else if (one.nodeType === 3) text += (one.nodeValue ?? '').replace(/\s+/g, ' ');
    else if (one.nodeType === 1) {
      const name = (one as Element).localName;
      if (SILENT.test(name)) continue;
      if (BLOCK.test(name)) {
        text += '\n';
        stack.push('\n');
      }
      for (let child = one.lastChild; child !== null; child = child.previousSibling) {
        stack.push(child);
      }
    }
  }
  return text;
}

/** @returns the credits in the captions of a page, in their order */
export function findCredits(document: Document): Credit[] {
  const credits: Credit[] = [];
  const seen = new Set<string>();
  for (const caption of [...document.querySelectorAll(CAPTIONS)].slice(0, MOST_CREDITS)) {
    for (const line of splitSentences(caption)) {
      const credit = seen.has(line) ? null : readCredit(line);
      seen.add(line);
      if (credit !== null) credits.push(credit);
    }
  }
  return credits;
}
