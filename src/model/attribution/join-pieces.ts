/**
 * Joins a note's fields and the text between them. Fields may be empty, titles end with marks of their own:
 * what is left must not have two marks in a row, nor one at either end that belonged to nothing.
 */
import type { NoteSegment } from './note-segment.ts';

/** Text of a template, or what a field holds. */
export type Piece = { text: string } | { field: readonly NoteSegment[] };

const STOPS = '.。։।۔';
/** From strong to weak: of two that meet, the stronger stays. */
const RANKS = [':：՝', STOPS, ';；؛', ',，、،'];
const MARKS = RANKS.join('');
const LEADING = new RegExp(`^[\\s${MARKS}]+`);
const TRAILING = new RegExp(`[\\s${MARKS}]+$`);
/** A sentence's end, and what may close behind it. */
const ENDED = /[.。։।۔…]["'»”’)\]」』）]{0,3}$/;
const EXCLAIMED = /[?!？！؟;՞՜…]["'»”’)\]」』）]{0,3}$/;

/** @returns one paragraph, empty where nothing is in it but space and marks */
export function joinPieces(pieces: readonly Piece[]): NoteSegment[] {
  const joined: Piece[] = [];
  /** whether a field was empty: before all that has something, and since the last that had */
  let missedFirst = false;
  let missedLast = false;
  for (const piece of pieces) {
    const last = joined.at(-1);
    if ('text' in piece) {
      if (last !== undefined && 'text' in last) last.text = mergeTexts(last.text, piece.text);
      else joined.push({ text: piece.text });
    } else if (piece.field.length > 0) {
      joined.push(piece);
      missedLast = false;
    } else {
      missedFirst ||= joined.every((one) => 'text' in one);
      missedLast = true;
    }
  }
  const first = joined[0];
  if (first !== undefined && 'text' in first) {
    first.text = missedFirst ? first.text.replace(LEADING, '') : first.text.trimStart();
  }
  const last = joined.at(-1);
  if (last !== undefined && 'text' in last) {
    last.text = missedLast ? last.text.replace(TRAILING, '') : last.text.trimEnd();
  }
  return writeOut(joined);
}

/** Two texts between which something is missing. */
function mergeTexts(before: string, after: string): string {
  // Brackets around nothing.
  const open = before.trimEnd();
  const close = after.trimStart();
  if (/[([（]$/.test(open) && /^[)\]）]/.test(close)) {
    return mergeTexts(open.slice(0, -1), close.slice(1));
  }
  const tail = TRAILING.exec(before)?.[0] ?? '';
  const head = LEADING.exec(after)?.[0] ?? '';
  const isTie = rank(head) === rank(tail);
  const headStays = isTie ? head.length > tail.length : rank(head) < rank(tail);
  const between = headStays ? head : tail;
  return `${before.slice(0, before.length - tail.length)}${between}${after.slice(head.length)}`;
}

function rank(marks: string): number {
  const found = RANKS.findIndex((rank) => [...rank].some((mark) => marks.includes(mark)));
  return found < 0 ? RANKS.length : found;
}

function writeOut(joined: readonly Piece[]): NoteSegment[] {
  const segments: NoteSegment[] = [];
  for (const piece of joined) {
    if ('field' in piece) {
      segments.push(...piece.field);
      continue;
    }
    const end = segments.at(-1)?.text.slice(-8) ?? '';
    const text = dropRepeated(piece.text, end);
    if (text !== '') segments.push({ text, href: null, isolated: false });
  }
  return segments;
}

/** The text behind a field that has said its own end. */
function dropRepeated(text: string, end: string): string {
  const mark = text.charAt(0);
  const isStop = STOPS.includes(mark) && !text.startsWith('..');
  if (isStop && (ENDED.test(end) || EXCLAIMED.test(end))) return text.slice(1);
  return RANKS[3]?.includes(mark) && EXCLAIMED.test(end) ? text.slice(1) : text;
}
