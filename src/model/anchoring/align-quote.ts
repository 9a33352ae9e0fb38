/**
 * Lays a quote with its context over a piece of a text so that as little as possible differs, and tells what stands in
 * the quote's place there (semi-global alignment by edit distance: Sellers, 1980). Context that goes on behind the border of
 * a block may be missing: the neighbours of a paragraph come and go.
 */

export interface Aligned {
  /** what stands in the quote's place, in the piece; end exclusive, and equal where nothing does */
  start: number;
  end: number;
  /** how much differs in all: edits, and a charge for context that is cut */
  cost: number;
}

/** What it costs to do without the context behind a border. */
const CUT = 15;
/** An edit in the context, and one in the quote: of two ways the one is taken that leaves the context as it was. */
const IN_CONTEXT = 3;
const IN_QUOTE = 2;
/**
 * A piece begins somewhat before the quote's context is expected: by how much that may begin later than the piece, and
 * how much earlier, should the expectation be wrong, all of it goes on than it would from the piece's beginning.
 */
const LATE = 150;
const EARLY = 20;
const NEVER = 0x7fff;
const DIAGONAL = 1;
const LEFT_OUT = 2;
const PUT_IN = 3;
const BEGIN = 4;

let steps = new Uint8Array(0);

/**
 * @param isBorder whether a block begins, or the one before it ends, at a position of the piece
 * @returns null where the piece is too far from the quote and its context to tell
 */
export function alignQuote(
  parts: { before: string; quote: string; after: string },
  piece: string,
  isBorder: (at: number) => boolean,
): Aligned | null {
  const { before, quote, after } = parts;
  const whole = before + quote + after;
  const [height, width] = [whole.length + 1, piece.length + 1];
  const quoteEnd = before.length + quote.length;
  if (steps.length < height * width) steps = new Uint8Array(height * width);
  const borders = new Uint8Array(width);
  for (let j = 0; j < width; j += 1) borders[j] = isBorder(j) ? 1 : 0;

  let last = new Uint16Array(width);
  let next = new Uint16Array(width);
  const worst = (before.length + after.length) * IN_CONTEXT;
  let best = { i: whole.length, j: 0, cost: worst };
  const finish = (row: Uint16Array, i: number, from: number, to: number) => {
    const charge = i === whole.length ? 0 : CUT;
    for (let j = from; j <= to; j += 1) {
      const cost = (row[j] ?? 0) + charge;
      if (cost < best.cost && (charge === 0 || borders[j] === 1)) best = { i, j, cost };
    }
  };

  steps.fill(BEGIN, 0, width);
  for (let i = 1; i < height; i += 1) {
    const unit = whole.charCodeAt(i - 1);
    const row = i * width;
    const edit = i > before.length && i <= quoteEnd ? IN_QUOTE : IN_CONTEXT;
    // Between two units of the context; at the quote's edges what is put in is the quote's.
    const putting = i >= before.length && i <= quoteEnd ? IN_QUOTE : IN_CONTEXT;
    // What stands behind the quote comes by as much earlier as there is less in its place.
    const early = EARLY + Math.max(0, Math.min(i, quoteEnd) - before.length);
    const [from, to] = [Math.max(1, i - early), Math.min(width - 1, i + LATE)];
    next[from - 1] = from === 1 ? (last[0] ?? 0) + edit : NEVER;
    // The row before has not come so far.
    if (i > 1 && to === i + LATE) last[to] = NEVER;
    steps[row] = LEFT_OUT;
    const mayBegin = i <= before.length;
    for (let j = from; j <= to; j += 1) {
      let cost = (last[j - 1] ?? 0) + (piece.charCodeAt(j - 1) === unit ? 0 : edit);
      let step = DIAGONAL;
      const leftOut = (last[j] ?? 0) + edit;
      if (leftOut < cost) {
        cost = leftOut;
        step = LEFT_OUT;
      }
      const putIn = (next[j - 1] ?? 0) + putting;
      if (putIn < cost) {
        cost = putIn;
        step = PUT_IN;
      }
      if (cost > CUT && mayBegin && borders[j] === 1) {
        cost = CUT;
        step = BEGIN;
      }
      next[j] = cost;
      steps[row + j] = step;
    }
    if (mayBegin && from === 1 && borders[0] === 1 && (next[0] ?? 0) > CUT) {
      next[0] = CUT;
      steps[row] = BEGIN;
    }
    if (i >= quoteEnd) finish(next, i, from - 1, to);
    [last, next] = [next, last];
  }
  if (best.cost >= worst) return null;
  return { ...traceQuote(best, width, before.length, quoteEnd), cost: best.cost };
}

/** Goes back from the end; what was put in at an edge of the quote stands in its place. */
function traceQuote(
  from: { i: number; j: number },
  width: number,
  quoteStart: number,
  quoteEnd: number,
): { start: number; end: number } {
  let { i, j } = from;
  let end = i === quoteEnd ? j : -1;
  let start = -1;
  while (start === -1) {
    const step = steps[i * width + j] ?? BEGIN;
    if (step === BEGIN) break;
    // Before the quote's first unit, and after what was put in before it.
    if (i === quoteStart && step !== PUT_IN) start = j;
    if (step !== PUT_IN) i -= 1;
    if (step !== LEFT_OUT) j -= 1;
    // The first time that the way is at the quote's end: what is put in there is still to be passed, to the left.
    if (end === -1 && i === quoteEnd) end = j;
  }
  if (start === -1) start = j;
  if (end === -1) end = j;
  return { start: Math.min(start, end), end };
}
