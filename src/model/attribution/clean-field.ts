/** A field of a source as one line that fits into a sentence. */
import { LETTER } from '../letters.ts';

/** Controls of the text's direction among them: one of a page's must not turn the note. */
const HIDDEN = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const LEADING = /^[\s,;:،؛，、；：]+/;
/** Cut to what may end a field before it is searched from its end, which would else take the square of its length. */
const LONGEST_END = 20;
const TRAILING = /[\s,;:،؛，、；：]+$/;

/** @returns the text without line breaks, hidden characters, and separators at its ends */
export function cleanField(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(HIDDEN, '').toWellFormed().replace(LEADING, '');
  return mendEnd(line, TRAILING);
}

/** A title without its full stop, which the sentence around it sets; an ellipsis or abbreviation keeps its own. */
export function cleanTitle(text: string): string {
  return mendEnd(cleanField(text), /(?<=[^\s.]{2})\.$/);
}

function mendEnd(text: string, end: RegExp): string {
  const from = Math.max(0, text.length - LONGEST_END);
  return text.slice(0, from) + text.slice(from).replace(end, '');
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const STRONG = new RegExp(`[${LETTER}]`);

/** Whether a text begins or ends with letters that run against the note's direction. */
export function runsAgainst(text: string, isRtl: boolean): boolean {
  const letters = [STRONG.exec(text)?.[0], findLastLetter(text)];
  return letters.some((letter) => letter !== undefined && RTL.test(letter) !== isRtl);
}

function findLastLetter(text: string): string | undefined {
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const one = text.charAt(at);
    if (STRONG.test(one)) return one;
  }
  return undefined;
}
