/**
 * Where a selection begins and ends in the searched text: at its first and last visible sign. Selections begin
 * in white space, end at the start of the next block, and take in what is not shown.
 */
import { WEIGHTLESS } from '../../model/text-fragment-candidates.ts';
import { type Line, layOutRun } from './lay-out-line.ts';
import { isText, type PageText } from './page-text.ts';
import type { TimeBox } from './time-box.ts';

/** A sign of a line. */
export interface Edge {
  /** all lines of the run */
  lines: Line[];
  line: Line;
  at: number;
}

export interface Edges {
  first: Edge;
  last: Edge;
}

interface Point {
  piece: number;
  /** for the start the first offset that counts, for the end the last one */
  offset: number;
}

/** @returns null where the range holds no searched text, or the time is up */
export function findEdges(page: PageText, range: Range, time: TimeBox): Edges | null {
  const start = findStart(page, range, time);
  const end = findEnd(page, range, time);
  if (start === null || end === null || isBefore(end, start)) return null;
  const known = new Map<number, Line[]>();
  const readRun = (piece: number): Line[] => {
    const run = page.pieces[piece]?.run ?? -1;
    const lines = known.get(run) ?? layOutRun(page, piece, time);
    known.set(run, lines);
    return lines;
  };
  const first = findSign(page, readRun, start, 1, time);
  const last = findSign(page, readRun, end, -1, time);
  if (first === null || last === null || isBefore(pointAt(last), pointAt(first))) return null;
  return { first, last };
}

function pointAt({ line, at }: Edge): Point {
  return { piece: line.owners[at] ?? 0, offset: line.offsets[at] ?? 0 };
}

function isBefore(one: Point, other: Point): boolean {
  return one.piece < other.piece || (one.piece === other.piece && one.offset < other.offset);
}

function isSign(character: string): boolean {
  return character !== ' ' && !WEIGHTLESS.test(character);
}

/** From a point on, or back from it, to the next sign that can be seen. */
function findSign(
  { pieces }: PageText,
  readRun: (piece: number) => Line[],
  from: Point,
  step: 1 | -1,
  time: TimeBox,
): Edge | null {
  const isPast = (point: Point) => (step === 1 ? isBefore(point, from) : isBefore(from, point));
  let { piece } = from;
  while (piece >= 0 && piece < pieces.length && !time.isUp()) {
    const lines = readRun(piece);
    for (const line of step === 1 ? lines : lines.toReversed()) {
      const { length } = line.text;
      for (let at = step === 1 ? 0 : length - 1; at >= 0 && at < length; at += step) {
        const edge = { lines, line, at };
        if (isSign(line.text[at] ?? ' ') && !isPast(pointAt(edge))) return edge;
      }
    }
    const run = pieces[piece]?.run;
    while (pieces[piece]?.run === run) piece += step;
  }
  return null;
}

function findStart(page: PageText, range: Range, time: TimeBox): Point | null {
  const { startContainer, startOffset } = range;
  if (isText(startContainer)) {
    const piece = page.findPiece(startContainer);
    if (piece !== undefined) return { piece, offset: startOffset };
  }
  const walker = createWalker(range);
  walker.currentNode = startContainer;
  let node: Node | null = startContainer.childNodes[startOffset] ?? null;
  if (node === null) {
    // Behind all that the container holds.
    walker.currentNode = findLastWithin(startContainer);
    node = walker.nextNode();
  } else walker.currentNode = node;
  for (; node !== null && !time.isUp(); node = walker.nextNode()) {
    if (range.comparePoint(node, 0) > 0) return null;
    const piece = isText(node) ? page.findPiece(node) : undefined;
    if (piece !== undefined) return { piece, offset: 0 };
  }
  return null;
}

function findEnd(page: PageText, range: Range, time: TimeBox): Point | null {
  const { endContainer, endOffset } = range;
  if (isText(endContainer)) {
    const piece = page.findPiece(endContainer);
    if (piece !== undefined) return { piece, offset: endOffset - 1 };
  }
  const walker = createWalker(range);
  const before = endContainer.childNodes[endOffset - 1];
  let node: Node | null = before === undefined ? endContainer : findLastWithin(before);
  walker.currentNode = node;
  for (; node !== null && !time.isUp(); node = walker.previousNode()) {
    const piece = isText(node) ? page.findPiece(node) : undefined;
    if (piece !== undefined && isText(node)) return { piece, offset: node.data.length - 1 };
    if (node === range.startContainer) return null;
  }
  return null;
}

function createWalker({ startContainer }: Range): TreeWalker {
  const { ownerDocument } = startContainer;
  const root = startContainer.getRootNode();
  return (ownerDocument ?? document).createTreeWalker(root);
}

function findLastWithin(node: Node): Node {
  let last = node;
  while (last.lastChild !== null) last = last.lastChild;
  return last;
}
