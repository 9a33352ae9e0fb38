/**
 * How much of a quote's context stands beside a place. What was beside a mistake when it was reported tells its
 * place from others; a likeness of the quoted words alone never does. Context in the quote's own block counts in
 * full, for it and against it; what stood in the blocks around only for it: neighbours come and go.
 */
import type { SearchedText } from './searched-text.ts';

/** The evidence of both sides where all is as it was. */
export const FULL_EVIDENCE = 36;

/** What stood on one side of the quote, read away from it. */
export interface Context {
  text: string;
  /** folded units of it that stood in the quote's own block; null where that was not told */
  inner: number | null;
}

/** What stands on the same side of a place, read away from it. */
interface Beside {
  text: string;
  /** folded units of it that belong to the place's block */
  inner: number;
}

/** Folded units of context that are compared. */
export const WEIGHED = 48;
/** What was put in next to the place may move the context away by so much. */
const SLACK = 16;
/** What lies near tells most: a likeness is taken over each of these distances. */
const DISTANCES = [12, 24, WEIGHED] as const;
/** Context of so many units says as much as any. */
const ENOUGH = 24;
/** That a block begins, or ends, where it did. */
const BORDER = 4;
/** That it is not known where the block began or ended. */
const GUESSED = 3;

/** The evidence of both sides of a stretch of the folded text. */
export function weighBoth(
  page: SearchedText,
  { left, right }: { left: Context; right: Context },
  { start, end }: { start: number; end: number },
): number {
  const { folded } = page;
  const before = folded.slice(Math.max(0, start - WEIGHED - SLACK), start);
  const after = folded.slice(end, end + WEIGHED + SLACK);
  return (
    weighSide(left, { text: reverse(before), inner: page.countToStart(start) }) +
    weighSide(right, { text: after, inner: page.countToEnd(end) })
  );
}

/** The evidence where a block has kept all of its own, and other blocks stand around it. */
export function weighIntactBlock({ left, right }: { left: Context; right: Context }): number {
  return [left, right].reduce((sum, { text, inner }) => {
    const length = Math.min(text.length, WEIGHED);
    const own = Math.min(inner ?? length, length);
    return sum + weighWhole(own, own) + (own < length ? BORDER : 0);
  }, 0);
}

const width = WEIGHED + SLACK + 1;
const distances = new Uint8Array((WEIGHED + 1) * width);

/**
 * @returns evidence in folded units: about 30 where all is as it was, 0 where nothing is known, below that where
 *   something else stands there
 */
export function weighSide(context: Context, beside: Beside): number {
  const length = Math.min(context.text.length, WEIGHED);
  const run = countRun(context.text, beside.text, length);
  const told = context.inner === null ? null : Math.min(context.inner, length);
  if (run === length && (told === null || agrees(told, told, beside, length)))
    return weighWhole(told ?? Math.min(beside.inner, length), length);
  if (length === 0 && told === null) return 0;
  measure(context.text, beside.text, length);
  if (told !== null) return weighAt(told, beside, length);
  // Where its block had ended is guessed from where this one does.
  const guess = Math.min(beside.inner, length);
  return Math.max(weighAt(length, beside, length), weighAt(guess, beside, length) - GUESSED);
}

function weighWhole(inner: number, length: number): number {
  const near = DISTANCES.map((distance) => Math.min(distance, inner, ENOUGH));
  const border = inner < WEIGHED && inner < length ? BORDER : 0;
  return mean(near) + border + Math.min(length - inner, ENOUGH) / 2;
}

/** @param inner units of the context that are taken for those of the quote's own block */
function weighAt(inner: number, beside: Beside, length: number): number {
  let evidence = 0;
  if (inner > 0) {
    evidence = mean(
      DISTANCES.map((distance) => {
        const reach = Math.min(distance, inner);
        return (
          (1 - (2 * findLeast(reach, beside.text.length).cost) / reach) * Math.min(reach, ENOUGH)
        );
      }),
    );
  }
  const { cost, at } = findLeast(inner, beside.text.length);
  if (inner < length || inner === 0)
    evidence += agrees(inner, at, beside, length) ? BORDER : -BORDER;
  const outer = length - inner;
  if (outer > 0) {
    const differs = Math.max(0, findLeast(length, beside.text.length).cost - cost);
    evidence += Math.max(0, 1 - (2 * differs) / outer) * Math.min(outer, ENOUGH) * 0.5;
  }
  return evidence;
}

/** Whether the block ends there as it ended in the context, give or take a space or a sign. */
function agrees(inner: number, at: number, beside: Beside, length: number): boolean {
  return inner < length || length === 0 ? Math.abs(beside.inner - at) <= 1 : true;
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function countRun(one: string, other: string, most: number): number {
  let count = 0;
  while (count < most && one.charCodeAt(count) === other.charCodeAt(count)) count += 1;
  return count;
}

/** Fills the table of edit distances between each beginning of the context and each of what stands beside. */
function measure(context: string, beside: string, length: number): void {
  const reach = Math.min(beside.length, WEIGHED + SLACK);
  for (let j = 0; j <= reach; j += 1) distances[j] = j;
  for (let i = 1; i <= length; i += 1) {
    const unit = context.charCodeAt(i - 1);
    const [row, above] = [i * width, (i - 1) * width];
    distances[row] = i;
    for (let j = 1; j <= reach; j += 1) {
      const same = (distances[above + j - 1] ?? 0) + (beside.charCodeAt(j - 1) === unit ? 0 : 1);
      const other = Math.min(distances[above + j] ?? 0, distances[row + j - 1] ?? 0) + 1;
      distances[row + j] = same < other ? same : other;
    }
  }
}

/** Where the first so many units of the context end with the least difference. */
function findLeast(units: number, besideLength: number): { cost: number; at: number } {
  let least = { cost: units, at: 0 };
  const reach = Math.min(besideLength, WEIGHED + SLACK);
  for (let j = 0; j <= reach; j += 1) {
    const cost = distances[units * width + j] ?? units;
    if (cost < least.cost) least = { cost, at: j };
  }
  return least;
}

export function reverse(text: string): string {
  let reversed = '';
  for (let at = text.length - 1; at >= 0; at -= 1) reversed += text.charAt(at);
  return reversed;
}
