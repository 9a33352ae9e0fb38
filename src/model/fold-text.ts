/**
 * The one form in which texts are compared, and the only place that says what counts as the same: white space is one
 * space, and none beside signs of scripts that are written without; soft hyphens, zero-width characters and marks of direction are nothing; letters are composed (NFC); typographic
 * quotes, dashes and ellipses are the plain ones. Case, accents and vowel signs stay: they make another word. A map
 * leads each folded character back.
 */

export interface FoldedText {
  text: string;
  /** position in the original for each folded UTF-16 unit, and the original's length at the end */
  origins: Int32Array;
}

/** Soft hyphen, marks of direction, zero-width space and joiners, word joiner and its kin, byte order mark. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
/** What joins the character before it: marks, and the vowels and final consonants of decomposed Hangul. */
const JOINING = /[\p{M}\u1160-\u11ff]/u;
/** A character with more marks than any script gives it is composed no further. */
const MOST_MARKS = 32;
const SPACE = 0x20;

const PLAIN = new Map<string, string>([['…', '...']]);
for (const [plain, fancy] of [
  ["'", '‘’‚‛′ʼʻ`´'],
  ['"', '“”„‟″«»‹›'],
  ['-', '‐‑‒–—―−'],
] as const) {
  for (const character of fancy) PLAIN.set(character, plain);
}

/** How a UTF-16 unit folds: to this unit, or in one of these ways. Found out when it is met first. */
const UNKNOWN = 0;
const DROPPED = 1;
/** it is half of a pair, or folds to several units */
const SPECIAL = 2;
/** it joins what stands before it */
const MARK = 3;
const folds = new Uint16Array(0x1_0000);
/** What characters with their marks fold to: a text has few of them, each often. */
const composed = new Map<string, string>();
const MOST_COMPOSED = 10_000;

/** Takes time and memory in proportion to the text. */
export function foldText(text: string): FoldedText {
  const { length } = text;
  // There is always room for what is still to come, a unit for each: only what folds to more makes more.
  let units = new Uint16Array(length + 1);
  let origins = new Int32Array(length + 1);
  let size = 0;
  /** the last character with its marks: where it begins in the text and in what is folded, where it ended there */
  let [raw, first, end, marks] = ['', 0, -1, 0];
  /** where in what is folded a space was last left out */
  let parted = -1;

  const push = (string: string, origin: number) => {
    const needed = size + string.length + length - origin;
    if (needed > units.length) {
      units = copyInto(units, new Uint16Array(needed * 2));
      origins = copyInto(origins, new Int32Array(needed * 2));
    }
    for (let at = 0; at < string.length; at += 1) {
      units[size] = string.charCodeAt(at);
      origins[size] = origin;
      size += 1;
    }
  };
  /** A mark that has no letter before it stands for itself. */
  const isJoinable = () => size > 0 && units[size - 1] !== SPACE && parted !== size;
  const join = (mark: string) => {
    const origin = origins[size - 1] ?? 0;
    if (end !== size) {
      first = size - 1;
      while (first > 0 && origins[first - 1] === origin) first -= 1;
      raw = readCharacter(text, origin);
      marks = 0;
    }
    marks += 1;
    if (marks > MOST_MARKS) push(mark, origin);
    else {
      raw += mark;
      size = first;
      push(compose(raw), origin);
    }
    end = size;
  };

  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    let fold = folds[unit] ?? SPECIAL;
    if (fold === UNKNOWN) {
      fold = classify(unit);
      folds[unit] = fold;
    }
    if (fold > MARK) {
      const last = size === 0 ? 0 : (units[size - 1] ?? 0);
      if (fold === SPACE && (last === SPACE || isUnspaced(last))) {
        parted = size;
        continue;
      }
      if (last === SPACE && isUnspaced(fold)) {
        size -= 1;
        parted = -1;
      }
      units[size] = fold;
      origins[size] = at;
      size += 1;
    } else if (fold === MARK && isJoinable()) join(text.charAt(at));
    else if (fold !== DROPPED) {
      const character = readCharacter(text, at);
      if (character.length > 1 && isJoinable() && JOINING.test(character)) join(character);
      else push(compose(character), at);
      at += character.length - 1;
    }
  }
  origins[size] = length;
  return { text: readUnits(units, size), origins: origins.slice(0, size + 1) };
}

/** The end (exclusive) in a text of the character that begins at a position, with what joins it. */
export function findCharacterEnd(text: string, start: number): number {
  let end = start + readCharacter(text, start).length;
  for (;;) {
    const next = readCharacter(text, end);
    if (next === '' || !(JOINING.test(next) || INVISIBLE.test(next))) break;
    end += next.length;
  }
  // What cannot be seen belongs to the character only where a mark follows it.
  while (end > start + 1 && INVISIBLE.test(text.charAt(end - 1))) end -= 1;
  return end;
}

/**
 * The characters that a stretch of a text (end exclusive) touches, each with what joins it, and without what cannot be seen
 * at the ends; null where nothing can be seen.
 */
export function widenToCharacters(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } | null {
  let [first, last] = [start, end - 1];
  while (first <= last && isUnseen(text.charAt(first))) first += 1;
  while (last > first && isUnseen(text.charAt(last))) last -= 1;
  if (first > last) return null;
  return { start: findBase(text, first), end: findCharacterEnd(text, findBase(text, last)) };
}

function isUnseen(unit: string): boolean {
  return INVISIBLE.test(unit) || /\s/.test(unit);
}

/** Where the character begins that a unit of a text belongs to. */
function findBase(text: string, at: number): number {
  let base = findPairStart(text, at);
  while (JOINING.test(readCharacter(text, base))) {
    let before = base - 1;
    while (before >= 0 && INVISIBLE.test(text.charAt(before))) before -= 1;
    // A mark that has no letter before it stands for itself.
    if (before < 0 || /\s/.test(text.charAt(before))) break;
    base = findPairStart(text, before);
  }
  return base;
}

function findPairStart(text: string, at: number): number {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1)) ? at - 1 : at;
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  if (/\s/.test(character)) return SPACE;
  if (INVISIBLE.test(character)) return DROPPED;
  if (JOINING.test(character)) return MARK;
  const folded = compose(character);
  const only = folded.charCodeAt(0);
  const isPlain = folded.length === 1 && only > MARK && !/[\ud800-\udfff]/.test(folded);
  return isPlain ? only : SPECIAL;
}

/**
 * Chinese and Japanese, with their punctuation: a line break in a page's source is a space to some browsers there, and
 * nothing to others. https://drafts.csswg.org/css-text-4/#line-break-transform
 */
function isUnspaced(unit: number): boolean {
  // A mark that stands for itself does so because of the space before it.
  if ((unit >= 0x302a && unit <= 0x302f) || unit === 0x3099 || unit === 0x309a) return false;
  return (unit >= 0x2e80 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || unit >= 0xff00;
}

/** A folded text as it is folded where another follows it. */
export function dropSpaceBefore(text: string, next: string): string {
  const isParted = text.endsWith(' ') && !isUnspaced(next.charCodeAt(0));
  return isParted ? text : text.trimEnd();
}

/** A folded text as it is folded where it follows another. */
export function dropSpaceAfter(last: string, text: string): string {
  const isParted = text.startsWith(' ') && !isUnspaced(last.charCodeAt(last.length - 1));
  return isParted ? text : text.trimStart();
}

/** Folds a character with the marks that join it. */
function compose(raw: string): string {
  let folded = composed.get(raw);
  if (folded === undefined) {
    folded = foldCharacters(raw.normalize('NFC'));
    if (composed.size < MOST_COMPOSED) composed.set(raw, folded);
  }
  return folded;
}

function foldCharacters(characters: string): string {
  let folded = '';
  for (const character of characters) {
    folded += PLAIN.get(character) ?? (/\s/.test(character) ? ' ' : character);
  }
  return folded;
}

/** One character, of one unit or two. */
function readCharacter(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function copyInto<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** So many units a call: more are too many arguments for some engines. */
const PIECE = 8_192;

function readUnits(units: Uint16Array, size: number): string {
  let text = '';
  for (let at = 0; at < size; at += PIECE) {
    const piece: string = Reflect.apply(
      String.fromCharCode,
      null,
      units.subarray(at, Math.min(size, at + PIECE)),
    );
    text += piece;
  }
  return text;
}
