/**
 * Folds text for matching: what an editor's tools change without changing the words (case, composition,
 * typographic quotes and dashes, accents) compares equal. A map leads each folded character back.
 */

export interface FoldedText {
  text: string;
  /** position in the original for each folded character, and the original's length at the end */
  origins: Int32Array;
}

const FOLDS: Record<string, string> = {};
for (const [plain, fancy] of [
  ["'", '‘’‚‛′ʼʻ`´'],
  ['"', '“”„‟″«»‹›'],
  ['-', '‐‑‒–—―−'],
] as const) {
  for (const character of fancy) FOLDS[character] = plain;
}
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const DROPPED = /[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/u;

export function foldText(text: string): FoldedText {
  const folded: string[] = [];
  const origins: number[] = [];
  let at = 0;
  let inSpace = false;
  for (const character of text) {
    for (const part of foldCharacter(character)) {
      const isSpace = part === ' ';
      if (isSpace && inSpace) continue;
      inSpace = isSpace;
      folded.push(part);
      origins.push(at);
    }
    at += character.length;
  }
  origins.push(text.length);
  return { text: folded.join(''), origins: Int32Array.from(origins) };
}

/** A text has few characters, each of them often. */
const known = new Map<string, string[]>();

/** @returns UTF-16 units, so that positions in the folded text are string positions */
function foldCharacter(character: string): string[] {
  let parts = known.get(character);
  if (parts === undefined) {
    parts = decompose(character);
    known.set(character, parts);
  }
  return parts;
}

function decompose(character: string): string[] {
  const plainForm = FOLDS[character];
  if (plainForm !== undefined) return [plainForm];
  if (character >= 'a' && character <= 'z') return [character];
  if (/\s/.test(character)) return [' '];
  const parts = character.normalize('NFKD');
  // A mark that stands alone decomposes into a space and the mark: it stays what it is.
  if (parts.includes(' ')) return character.split('');
  const plain = [...parts.toLowerCase()].filter((one) => !DROPPED.test(one));
  return plain.flatMap((one) => (FOLDS[one] ?? one).split(''));
}

/**
 * @returns the text with one form of white space, quotes, dashes and composition. Unlike folding this keeps
 *   case, accents and vowel signs: two texts that differ in this form are different words.
 */
export function unifyTypography(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .replace(/…/g, '...')
    .replace(/[^\p{L}\p{N}\p{M} ]/gu, (character) => FOLDS[character] ?? character);
}
