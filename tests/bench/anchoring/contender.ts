/** What is measured: a way to describe a range of a page, and to find it again when the page has changed. */

export interface Answer {
  /** found: a range is given as the words' place · fixed: other words stand there now, or none · none: no place */
  verdict: 'found' | 'fixed' | 'none';
  range: Range | null;
  /** with `fixed`: what stands there */
  replacement: string | null;
}

/** Finds what it was made for in a root. */
export type Find = (root: HTMLElement) => Answer | Promise<Answer>;

export interface Contender {
  name: string;
  /** ms that it may spend on the cases of an article; when they are up it is asked no more */
  budget: number;
  /** @returns how to find the range again; it keeps a description and nothing of the page */
  describe(range: Range, root: HTMLElement): Find | Promise<Find>;
}

export const NOT_FOUND: Answer = { verdict: 'none', range: null, replacement: null };

/** The answer of a contender that knows no corrections. */
export function giveRange(range: Range | null): Answer {
  return range === null ? NOT_FOUND : { verdict: 'found', range, replacement: null };
}
