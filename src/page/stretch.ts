/** A stretch of a page's text by its positions there, which is what quotes are made of before the DOM is asked. */

export interface Stretch {
  start: number;
  /** exclusive */
  end: number;
}

/** Without the white space at its ends; null where there is nothing else. */
export function trimStretch(text: string, start: number, end: number): Stretch | null {
  const trimmed = { start, end };
  while (trimmed.start < trimmed.end && text[trimmed.start] === ' ') trimmed.start += 1;
  while (trimmed.end > trimmed.start && text[trimmed.end - 1] === ' ') trimmed.end -= 1;
  return trimmed.start < trimmed.end ? trimmed : null;
}
