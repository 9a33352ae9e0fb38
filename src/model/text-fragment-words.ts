/**
 * The words of a text, where a fragment's parts may begin and end: the boundaries of Unicode's annex 29,
 * which browsers look for when they match a fragment.
 */

export interface Word {
  start: number;
  /** exclusive */
  end: number;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words proper: white space and punctuation are none. */
export function findWords(text: string): Word[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/** As much of a text, in UTF-16 units, as is looked at for each word that is wanted. */
const UNITS_PER_WORD = 40;

/**
 * The first words of a text with what stands between them.
 * @param count of words; where there are fewer, the whole text is returned
 */
export function takeFirstWords(text: string, count: number): string {
  if (count <= 0) return '';
  const near = text.slice(0, count * UNITS_PER_WORD);
  const words = findWords(near);
  // The last word of a text that is cut may be half a word.
  const whole = near.length < text.length ? words.slice(0, -1) : words;
  const last = whole[count - 1];
  if (last !== undefined) return text.slice(0, last.end);
  return near.length < text.length ? text.slice(0, whole.at(-1)?.end ?? 0) : text;
}

/** The last words of a text with what stands between and behind them; see `takeFirstWords`. */
export function takeLastWords(text: string, count: number): string {
  if (count <= 0) return '';
  const cut = Math.max(0, text.length - count * UNITS_PER_WORD);
  const near = text.slice(cut);
  const words = findWords(near);
  const whole = cut > 0 ? words.slice(1) : words;
  const first = whole.at(-count);
  if (first !== undefined) return near.slice(first.start);
  return cut > 0 ? near.slice(whole[0]?.start ?? near.length) : text;
}

/**
 * The word that a position lies inside of, so that a stretch can be widened to it.
 * @returns the segment's bounds, both the position itself where it is a boundary
 */
export function findBoundaries(text: string, at: number): Word {
  if (at <= 0 || at >= text.length) return { start: at, end: at };
  // Quotes as browsers fold them before they look for words.
  const from = Math.max(0, at - FAR);
  const near = text
    .slice(from, at + FAR)
    .replace(/[‘’׳]/g, "'")
    .replace(/[“”״]/g, '"');
  const segment = segmenter.segment(near).containing(at - from);
  if (segment === undefined || segment.index === at - from) return { start: at, end: at };
  const start = from + segment.index;
  return { start, end: start + segment.segment.length };
}

/** Farther than a word reaches, in UTF-16 units; scripts without spaces are parted by dictionary. */
const FAR = 200;
