/**
 * Where exactly what stands in a quote's place begins and ends. An alignment by letters may give half of an edited
 * neighbour to it: of the edges near by that are edges as the quote's were, those are taken that leave least to explain.
 */
import { END, LONG, measureBeginnings, measureStart } from './edit-distance.ts';
import type { SearchedText } from './searched-text.ts';
import type { FoldedStretch, SoughtQuote } from './sought-quote.ts';
import { type Context, reverse } from './weigh-context.ts';

/** Folded units of context that are compared here. */
const NEAR = 24;
/** How far from the alignment's edges others are sought, and how many. */
const REACH = 24;
const MOST = 10;

/** What it costs that something else stands right beside an edge than did. */
const UNLIKE = 5;
/** What context that stands there as it was is worth, whatever stands between. */
const INTACT = 12;
/** What it costs that what stands there goes over the border of a block. */
const CROSSED = 16;
/** What it costs that other blocks stand around than did. */
const OTHER_BLOCK = 8;

/** @param edges as an alignment gave them, without spaces at their ends */
export function settleEdges(
  page: SearchedText,
  { before, quote, after, left, right }: SoughtQuote,
  edges: FoldedStretch,
): FoldedStretch {
  const { folded: text, isBorder } = page;
  const isStart = (at: number) => isLike(text[at - 1], before.at(-1)) || isBorder(at);
  const isEnd = (at: number) => isLike(text[at], after[0]) || isBorder(at);
  const starts = listEdges(edges.start, isStart).filter((at) => at >= 0);
  const ends = listEdges(edges.end, isEnd).filter((at) => at <= text.length);
  if (starts.length + ends.length === 2) return edges;
  const startCosts = starts.map((at) => {
    const beside = reverse(text.slice(Math.max(0, at - NEAR * 2), at));
    return compare(left, beside, page.countToStart(at));
  });
  const endCosts = ends.map((at) =>
    compare(right, text.slice(at, at + NEAR * 2), page.countToEnd(at)),
  );
  const countDiffering = compareWords(text, quote, starts, ends);
  let best = { ...edges, cost: Number.POSITIVE_INFINITY };
  for (const [n, start] of starts.entries()) {
    for (const [m, end] of ends.entries()) {
      if (end < start) continue;
      const unlike = (isStart(start) ? 0 : UNLIKE) + (isEnd(end) ? 0 : UNLIKE);
      const crossed = page.crossesBorder(start, end) ? CROSSED : 0;
      const differs = (startCosts[n] ?? 0) + (endCosts[m] ?? 0);
      const context = differs === 0 ? -INTACT : differs * 3;
      const cost = context + countDiffering(n, m) * 2 + unlike + crossed;
      if (cost < best.cost) best = { start, end, cost };
    }
  }
  return { start: best.start, end: best.end };
}

/** How much of the quote is not what stands between two of the edges, told by their indices; of a long one its ends. */
function compareWords(
  text: string,
  quote: string,
  starts: number[],
  ends: number[],
): (start: number, end: number) => number {
  const [first, last] = [Math.min(...starts), Math.max(...ends)];
  if (quote.length <= LONG) {
    const rows = starts.map((at) => measureBeginnings(quote, text.slice(at, Math.max(at, last))));
    return (n, m) => rows[n]?.[(ends[m] ?? 0) - (starts[n] ?? 0)] ?? quote.length;
  }
  const [head, foot] = [quote.slice(0, END), reverse(quote.slice(-END))];
  const heads = starts.map((at) =>
    measureStart(head, text.slice(at, Math.max(at, Math.min(last, at + END + NEAR)))),
  );
  const feet = ends.map((at) =>
    measureStart(foot, reverse(text.slice(Math.max(0, Math.min(first, at), at - END - NEAR), at))),
  );
  return (n, m) => (heads[n] ?? END) + (feet[m] ?? END);
}

function isLike(neighbour: string | undefined, former: string | undefined): boolean {
  return neighbour === ' ' || neighbour === former;
}

/** How much of a context is not beside an edge: of what stood in other blocks, what stands in others now may differ. */
function compare(context: Context, at: string, toBorder: number): number {
  // Spaces at the edge itself tell nothing: what is put in may bring its own.
  const [text, beside] = [context.text.trimStart(), at.trimStart()];
  const inner = context.inner === null ? null : context.inner - context.text.length + text.length;
  const outer = toBorder - at.length + beside.length;
  const reach = Math.min(NEAR, text.length);
  if (inner !== null) {
    const isMoved = Math.abs(Math.min(outer, reach) - Math.min(inner, reach)) > 1;
    const own = measureStart(text.slice(0, Math.max(0, Math.min(inner, reach))), beside);
    return own + (isMoved ? OTHER_BLOCK : 0);
  }
  const whole = measureStart(text.slice(0, reach), beside);
  if (outer >= reach) return whole;
  const own = measureStart(text.slice(0, Math.max(0, outer)), beside.slice(0, Math.max(0, outer)));
  return Math.min(whole, own + OTHER_BLOCK);
}

/** The edge itself first, and others like those of the quote. */
function listEdges(edge: number, isEdge: (at: number) => boolean): number[] {
  const edges = [edge];
  for (let step = 1; step <= REACH && edges.length < MOST; step += 1) {
    for (const at of [edge - step, edge + step]) if (isEdge(at)) edges.push(at);
  }
  return edges;
}
