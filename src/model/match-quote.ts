/**
 * Finds a quoted mistake in a text again, apart from any DOM. The verdict comes from the context: the
 * quote between its prefix and suffix is open; prefix and suffix with other words between them is fixed;
 * else it is only found where its evidence leaves no doubt. A likeness alone is never "found".
 */
import type { TextPositionSelector, TextQuoteSelector } from './annotation.ts';
import { foldText, unifyTypography } from './fold-text.ts';

export type QuoteMatch =
  | { verdict: 'open'; start: number; end: number }
  | { verdict: 'fixed'; start: number; end: number; replacement: string }
  | { verdict: 'unknown'; reason: string };

/** A quote this long, in folded characters, that stands once in the text needs no context. */
const TELLING_LENGTH = 32;
/** Context that has to be there, in folded characters, for a side to count. */
const TELLING_CONTEXT = 12;
/** Context of both sides together that is needed where the quote stands elsewhere too: two words recur. */
const STRONG_CONTEXT = 24;
/** The same where one side alone matches: what stands before a deleted sentence now stands before the next. */
const STRONG_SIDE = 32;

export function matchQuote(
  text: string,
  quote: TextQuoteSelector,
  position?: TextPositionSelector,
): QuoteMatch {
  const page = foldText(text);
  const [exact, prefix, suffix] = [quote.exact, quote.prefix, quote.suffix].map(
    (one) => foldText(one).text,
  ) as [string, string, string];
  const core = exact.trim();
  if (core === '') return { verdict: 'unknown', reason: 'the quote is empty' };
  const before = prefix.trimEnd();
  const after = suffix.trimStart();
  const locate = (start: number, end: number) => ({
    start: page.origins[start] ?? 0,
    end: (page.origins[end - 1] ?? 0) + lengthAt(text, page.origins[end - 1] ?? 0),
  });

  // Folding makes more equal than may be: a mistake can be one of case, accent or a single vowel sign.
  const words = unifyTypography(quote.exact).trim();
  const isSame = (start: number) => {
    const place = locate(start, start + core.length);
    return unifyTypography(text.slice(place.start, place.end)).trim() === words;
  };

  const places = findAll(page.text, core)
    .filter(isSame)
    .map((start) => {
      const end = start + core.length;
      const left = countCommonEnd(
        page.text.slice(Math.max(0, start - before.length - 1), start).trimEnd(),
        before,
      );
      const right = countCommonStart(
        page.text.slice(end, end + after.length + 1).trimStart(),
        after,
      );
      return { start, end, left, right, whole: left === before.length && right === after.length };
    });
  const hint = position === undefined ? null : position.start;
  const distance = (start: number) =>
    hint === null ? 0 : Math.abs((page.origins[start] ?? 0) - hint);

  const whole = places
    .filter((place) => place.whole)
    .sort((a, b) => distance(a.start) - distance(b.start));
  const sure = whole[0];
  if (sure !== undefined) {
    if (
      before === '' &&
      after === '' &&
      core.length < TELLING_LENGTH &&
      whole.length > 1 &&
      hint === null
    ) {
      return { verdict: 'unknown', reason: 'the quote occurs often and has no context' };
    }
    return { verdict: 'open', ...locate(sure.start, sure.end) };
  }

  const fixed = findReplaced(page.text, core, before, after);
  if (fixed !== null) {
    const place = locate(fixed.start, fixed.end);
    const replacement = fixed.start === fixed.end ? '' : text.slice(place.start, place.end);
    if (fixed.start === fixed.end) place.end = place.start;
    return { verdict: 'fixed', ...place, replacement };
  }

  const needed = (left: number, right: number) => {
    if (places.length === 1) return TELLING_CONTEXT;
    return Math.min(left, right) < 3 ? STRONG_SIDE : STRONG_CONTEXT;
  };
  const likely = places
    .filter(({ left, right }) => left + right >= needed(left, right))
    .filter(({ left, right }) => isTelling(left, before) || isTelling(right, after))
    .sort((a, b) => b.left + b.right - (a.left + a.right));
  const [best, second] = likely;
  if (
    best !== undefined &&
    (second === undefined || best.left + best.right > second.left + second.right)
  ) {
    return { verdict: 'open', ...locate(best.start, best.end) };
  }
  const only = places[0];
  if (places.length === 1 && only !== undefined && core.length >= TELLING_LENGTH) {
    return { verdict: 'open', ...locate(only.start, only.end) };
  }
  return {
    verdict: 'unknown',
    reason:
      places.length === 0
        ? 'neither the quote nor its context stands in the text'
        : 'the quote stands in other places only',
  };
}

/** The one place where the context stands intact around other words than the quoted ones. */
function findReplaced(
  page: string,
  core: string,
  before: string,
  after: string,
): { start: number; end: number } | null {
  if (before.length < TELLING_CONTEXT || after.length < TELLING_CONTEXT) return null;
  const longest = core.length * 2 + 40;
  const found: { start: number; end: number }[] = [];
  for (const at of findAll(page, before)) {
    const gap = at + before.length;
    const near = page.slice(gap, gap + longest + after.length);
    const next = near.indexOf(after);
    if (next === -1) continue;
    const between = near.slice(0, next);
    const start = gap + (between.length - between.trimStart().length);
    found.push({ start, end: Math.max(start, gap + between.trimEnd().length) });
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isTelling(matched: number, context: string): boolean {
  return matched >= Math.min(TELLING_CONTEXT, context.length) && matched > 0;
}

function findAll(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

function countCommonEnd(one: string, other: string): number {
  let count = 0;
  while (
    count < one.length &&
    count < other.length &&
    one.at(-1 - count) === other.at(-1 - count)
  ) {
    count += 1;
  }
  return count;
}

function countCommonStart(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
}

/** UTF-16 units of the character that starts at a position, with the marks that belong to it. */
function lengthAt(text: string, at: number): number {
  const character = /.\p{M}*/suy;
  character.lastIndex = at;
  return character.exec(text)?.[0].length ?? 1;
}
