/** What stands right beside a place: the same as stood beside the quote, or something else. */
import type { SearchedText } from './searched-text.ts';
import type { FoldedStretch, SoughtQuote } from './sought-quote.ts';

/** Whether the very next unit on both sides is the one that stood there. */
export function isAdjacent(
  { folded }: SearchedText,
  { before, after }: SoughtQuote,
  { start, end }: FoldedStretch,
): boolean {
  return (
    (before === '' || before.at(-1) === folded[start - 1]) &&
    (after === '' || after[0] === folded[end])
  );
}

/** Whether right beside a place stands what stood beside the quote in its block, so many units of it. */
export function isIntact(
  { folded }: SearchedText,
  { before, after, left, right }: SoughtQuote,
  { start, end }: FoldedStretch,
  units: number,
): boolean {
  const lead = before.slice(before.length - (left.inner ?? before.length));
  const tail = after.slice(0, right.inner ?? after.length);
  const [near, far] = [lead.trim().slice(-units), tail.trim().slice(0, units)];
  if (near === '' && far === '') return false;
  const beyond = folded.slice(end, end + units + 2).trimStart();
  return folded.slice(0, start).trimEnd().endsWith(near) && beyond.startsWith(far);
}
