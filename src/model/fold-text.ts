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

/** @returns UTF-16 units, so that positions in the folded text are string positions */
function foldCharacter(character: string): string[] {
  const known = FOLDS[character];
  if (known !== undefined) return [known];
  if (character >= 'a' && character <= 'z') return [character];
  if (/\s/.test(character)) return [' '];
  const plain = [...character.normalize('NFKD').toLowerCase()].filter((one) => !DROPPED.test(one));
  return plain.flatMap((one) => (FOLDS[one] ?? one).split(''));
}
