/**
 * A text that quotes are sought in: folded once, with the borders of its blocks (paragraphs, headings, items), since what
 * stands in another block says less about a place than what stands in its own.
 */
import { findCharacterEnd, foldText } from '../fold-text.ts';
import { createPieceIndex, type PieceIndex } from './piece-index.ts';

export interface SearchedText {
  /** as it stands */
  text: string;
  folded: string;
  /** Where a piece occurs in what is folded, in no order; nothing where it occurs more often than `most`. */
  findPiece(piece: string, most: number): number[];
  /** The stretch of the text (end exclusive) of a stretch of what is folded. */
  locate(start: number, end: number): { start: number; end: number };
  /** The folded position of a position in the text. */
  findFolded(at: number): number;
  /** Folded units between a position and the block's start before it. */
  countToStart(at: number): number;
  /** Folded units between a position and the block's end behind it, without the space that parts blocks. */
  countToEnd(at: number): number;
  /** Whether a block begins at a position, or ends. */
  isBorder(at: number): boolean;
  /** Whether a position lies within a character: between a letter and its marks, say. */
  isCut(at: number): boolean;
  /** Whether a stretch goes from one block into another. */
  crossesBorder(start: number, end: number): boolean;
}

/** @param blocks where in the text each block begins, in order; none for a text of a single one */
export function createSearchedText(text: string, blocks: readonly number[] = []): SearchedText {
  const { text: folded, origins } = foldText(text);
  const findFolded = (at: number) => findFirst(origins, at);
  let pieces: PieceIndex | null = null;
  let borders: { starts: Int32Array; ends: Int32Array } | null = null;
  // Not every search asks for them.
  const readBorders = () => {
    if (borders === null) {
      const starts = Int32Array.from(new Set([0, ...blocks.map(findFolded)]));
      // A space parts two blocks, but for scripts that have none.
      const ends = starts.map((_, n) => {
        const next = starts[n + 1];
        if (next === undefined) return folded.length;
        return folded[next - 1] === ' ' ? next - 1 : next;
      });
      borders = { starts, ends };
    }
    return borders;
  };
  const countToStart = (at: number) => {
    const { starts } = readBorders();
    return at - (starts[findFirst(starts, at + 1) - 1] ?? 0);
  };
  const countToEnd = (at: number) => {
    const { ends } = readBorders();
    return (ends[findFirst(ends, at)] ?? folded.length) - at;
  };
  return {
    text,
    folded,
    findFolded,
    findPiece(piece, most) {
      pieces ??= createPieceIndex(folded);
      return pieces.find(piece, most);
    },
    locate(start, end) {
      const from = origins[start] ?? text.length;
      const last = origins[end - 1];
      if (end <= start || last === undefined) return { start: from, end: from };
      return { start: from, end: findCharacterEnd(text, last) };
    },
    countToStart,
    countToEnd,
    isCut: (at) => at > 0 && at < folded.length && origins[at] === origins[at - 1],
    crossesBorder(start, end) {
      const { starts } = readBorders();
      return (starts[findFirst(starts, start + 1)] ?? folded.length) < end;
    },
    isBorder: (at) => countToStart(at) === 0 || countToEnd(at) === 0,
  };
}

/** The index of the first of these ascending numbers that is not below a value. */
export function findFirst(numbers: Int32Array, value: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
