/**
 * Makes readers' words fit for a message: no sign that ends a line or a header, that turns the reading direction round
 * or that is no character; and no more of them than somebody reads.
 */

/** Controls, line ends, marks of direction, invisible fillers, noncharacters. */
const UNFIT =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd\ufffe\uffff]/gu;
/** A sign with more marks on it than any script needs is cut: UTF-16 units for each that is counted. */
const UNITS_PER_SIGN = 8;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** @returns one line without space at its ends */
export function tidyLine(text: string): string {
  return text.toWellFormed().replace(UNFIT, ' ').replace(/\s+/g, ' ').trim();
}

/** The same for context, whose space at the quote's side says whether a word ends there. */
export function tidyContext(text: string): string {
  return text.toWellFormed().replace(UNFIT, ' ').replace(/\s+/g, ' ');
}

/** @returns the lines that the reader wrote, at most one empty between two */
export function tidyLines(text: string): string {
  return text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map(tidyLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * @param units no more UTF-16 units than these, and one
 * @returns at most `most` signs as people count them, the last being … where something is left out
 */
export function clip(text: string, most: number, units = most * UNITS_PER_SIGN): string {
  const signs = listSigns(text.slice(0, units + UNITS_PER_SIGN), most + 1);
  const isWhole = text.length <= units && signs.length <= most;
  if (isWhole) return text;
  return `${trimUnits(signs.slice(0, most - 1).join(''), units)}…`;
}

/** Likewise, the end of a text. */
export function clipStart(text: string, most: number): string {
  const units = most * UNITS_PER_SIGN;
  const tail = text.length <= units ? text : text.slice(-units).replace(/^[\udc00-\udfff]/, '');
  const signs = [...segmenter.segment(tail)].map(({ segment }) => segment);
  if (tail.length === text.length && signs.length <= most) return text;
  return `…${signs.slice(1 - most).join('')}`;
}

function listSigns(text: string, most: number): string[] {
  const signs: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    signs.push(segment);
    if (signs.length === most) break;
  }
  return signs;
}

function trimUnits(text: string, units: number): string {
  return text
    .slice(0, units)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
