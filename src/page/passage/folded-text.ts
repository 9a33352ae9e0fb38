/**
 * Text that is gathered piece by piece and folded for the search in a few large strokes, which is many times as
 * quick as piece by piece. Where a piece lies in the folded text is worked out for the few that are asked for.
 */
import { foldSearched } from '../../model/fold-searched.ts';
import type { TimeBox } from './time-box.ts';

export interface FoldedText {
  /** all of it; '' until it is folded */
  readonly text: string;
  /** Where in the folded text an offset of a piece lies. */
  locate(piece: number, offset: number): number;
}

interface Building extends FoldedText {
  add(piece: string): void;
  /** @returns false where the time was up before it was done; it can be gone on with */
  fold(time: TimeBox): boolean;
}

/** UTF-16 units that are folded at once, at least. */
const STROKE = 8_000;

interface Stroke {
  raw: string;
  /** where it begins in the folded text */
  start: number;
}

export function createFoldedText(): Building {
  const strokes: Stroke[] = [];
  /** for each piece: its stroke, and where it begins in the stroke's text */
  const owners: number[] = [];
  const offsets: number[] = [];
  const folded: string[] = [];
  let raw: string[] = [];
  let length = 0;
  let start = 0;
  let text = '';

  const close = () => {
    if (raw.length === 0) return;
    strokes.push({ raw: raw.join(''), start: 0 });
    raw = [];
    length = 0;
  };

  return {
    get text() {
      return text;
    },
    add: (piece) => {
      owners.push(strokes.length);
      offsets.push(length);
      raw.push(piece);
      length += piece.length;
      if (length > STROKE) close();
    },
    fold: (time) => {
      close();
      while (folded.length < strokes.length) {
        const stroke = strokes[folded.length];
        if (stroke === undefined || time.isUp()) return false;
        stroke.start = start;
        const piece = foldSearched(stroke.raw);
        folded.push(piece);
        start += piece.length;
      }
      text = folded.join('');
      return true;
    },
    locate: (piece, offset) => {
      const stroke = strokes[owners[piece] ?? -1];
      if (stroke === undefined) return 0;
      const before = stroke.raw.slice(0, (offsets[piece] ?? 0) + offset);
      return stroke.start + foldSearched(before).length;
    },
  };
}
