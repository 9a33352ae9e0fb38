/**
 * The text directive that leads a browser to a selected passage: one that is known to be found there and nowhere
 * before, or none at all. What begins or ends inside a word is widened to the word, since browsers match
 * whole words. https://wicg.github.io/scroll-to-text-fragment/
 */
import { nameCandidates, type Passage } from '../../model/text-fragment-candidates.ts';
import { writeTextDirective } from '../../model/text-fragment-directive.ts';
import { findBoundaries } from '../../model/text-fragment-words.ts';
import { isFullyClipped } from './clipped.ts';
import { type Edge, type Edges, findEdges } from './find-edges.ts';
import { judgeDirective } from './judge-directive.ts';
import { type Line, layOutRun } from './lay-out-line.ts';
import type { PageText } from './page-text.ts';
import { createPassageIndex, type PassageIndex } from './passage-index.ts';
import { openTimeBox, type TimeBox } from './time-box.ts';

export interface DescribeOptions {
  /** ms that this may take */
  budget: number;
  /** the clock, in ms; the page's own unless told */
  now?: () => number;
  /** the page's text where it is kept ready; else it is gathered now, within the budget */
  index?: PassageIndex;
}

/**
 * Describes a passage.
 * @returns `[prefix-,]start[,end][,-suffix]`, percent-encoded, to be put behind `#:~:text=`; null where there
 *   is nothing a browser would find, nothing that leads there alone, or no time
 */
export function describePassage(range: Range, options: DescribeOptions): string | null {
  const { budget, now = () => performance.now() } = options;
  const time = openTimeBox(budget, now);
  const document = range.startContainer.ownerDocument;
  if (document === null || time.isUp()) return null;
  const index = options.index ?? createPassageIndex(document);
  try {
    const page = index.read(time);
    const edges = page && findEdges(page, range, time);
    if (!page || edges === null) return null;
    const { first, last } = widen(edges);
    const from = findFolded(page, first.line, first.at);
    const to = findFolded(page, last.line, last.at + 1);
    let second: string | null = null;
    for (const candidate of nameCandidates(readPassage(page, { first, last }, time))) {
      if (time.isUp()) return null;
      const verdict = judgeDirective(page, from, to, candidate);
      if (verdict === 'unique') return writeTextDirective(candidate);
      if (verdict === 'first') second ??= writeTextDirective(candidate);
    }
    return second;
  } finally {
    if (options.index === undefined) index.close();
  }
}

function widen({ first, last }: Edges): Edges {
  const { start } = findBoundaries(first.line.text, first.at);
  const { end } = findBoundaries(last.line.text, last.at + 1);
  return { first: { ...first, at: start }, last: { ...last, at: end - 1 } };
}

function readPassage(page: PageText, { first, last }: Edges, time: TimeBox): Passage {
  const isOneLine = first.line === last.line;
  const { text } = first.line;
  return {
    isOneLine,
    first: isOneLine ? text.slice(first.at, last.at + 1) : text.slice(first.at),
    last: isOneLine ? text.slice(first.at, last.at + 1) : last.line.text.slice(0, last.at + 1),
    before: text.slice(0, first.at),
    after: last.line.text.slice(last.at + 1),
    lineBefore: () => readNeighbour(page, first, -1, time),
    lineAfter: () => readNeighbour(page, last, 1, time),
  };
}

/** The line before or behind an edge's own, in its run or in the next; '' where it is no context. */
function readNeighbour(page: PageText, { lines, line }: Edge, step: 1 | -1, time: TimeBox): string {
  const owner = step === 1 ? line.owners.at(-1) : line.owners[0];
  const piece = owner ?? 0;
  const run = page.pieces[piece]?.run ?? 0;
  if (isOutOfSight(page, piece)) return '';
  const own = lines[lines.indexOf(line) + step];
  if (own !== undefined) return own.text;
  let next = piece;
  while (page.pieces[next]?.run === run) next += step;
  if (isOutOfSight(page, next)) return '';
  const beyond = layOutRun(page, next, time);
  return (step === 1 ? beyond[0] : beyond.at(-1))?.text ?? '';
}

function isOutOfSight({ pieces }: PageText, piece: number): boolean {
  const node = pieces[piece]?.node;
  const view = node?.ownerDocument.defaultView;
  return node == null || view == null || isFullyClipped(node, view);
}

/** The place of a line's sign in the page's folded text; of the line's end for its length. */
function findFolded({ folded }: PageText, { owners, offsets }: Line, at: number): number {
  const last = owners.length - 1;
  const isEnd = at > last;
  const sign = isEnd ? last : at;
  return folded.locate(owners[sign] ?? 0, (offsets[sign] ?? 0) + (isEnd ? 1 : 0));
}
