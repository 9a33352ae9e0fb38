/**
 * How names and headlines are compared: by their letters and digits alone, since pages write the same name
 * with other cases, spaces, accents and quotation marks.
 */
import { DIGIT, LETTER } from '../../model/letters.ts';

const UMLAUTS: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  å: 'aa',
  æ: 'ae',
};

/** What stands between words. */
const BETWEEN = new RegExp(`[^${LETTER}${DIGIT}]+`, 'g');

/** What was folded last: each of a page's few names and titles is compared with all others. */
const folds = new Map<string, string>();
const MOST_FOLDS = 200;
const LONGEST_KEPT = 500;

/** @returns letters and digits in lower case, without accents */
export function foldName(text: string): string {
  const known = folds.get(text);
  if (known !== undefined) return known;
  const folded = fold(text.toLowerCase());
  if (text.length <= LONGEST_KEPT) {
    if (folds.size >= MOST_FOLDS) folds.clear();
    folds.set(text, folded);
  }
  return folded;
}

function fold(lower: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII as a whole
  if (!/[^\x00-\x7f]/.test(lower)) return lower.replace(/[^a-z0-9]+/g, '');
  return lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(BETWEEN, '');
}

/** As `foldName`, with umlauts as host names write them: "Süd" → "sued". */
export function foldForHost(text: string): string {
  const lower = text.toLowerCase();
  if (!/[äöüßøåæ]/.test(lower)) return foldName(text);
  return foldName(lower.replace(/[äöüßøåæ]/g, (letter) => UMLAUTS[letter] ?? letter));
}

/** @returns how much of the shorter text's words the other has too, by length, 0 to 1 */
export function measureOverlap(one: string, other: string): number {
  const [a, b] = [readWords(one), readWords(other)];
  const lengthOf = (words: Set<string>) => {
    let length = 0;
    for (const word of words) length += word.length;
    return length;
  };
  let common = 0;
  for (const word of a) if (b.has(word)) common += word.length;
  const shorter = Math.min(lengthOf(a), lengthOf(b));
  // A few letters in common say nothing.
  return shorter === 0 || common < 6 ? 0 : common / shorter;
}

/** Words in lower case; of scripts without spaces pairs of signs. */
function readWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const word of text.toLowerCase().split(BETWEEN)) {
    if (word === '') continue;
    if (!/[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/.test(word)) words.add(word);
    else for (let i = 0; i + 1 < word.length; i += 1) words.add(word.slice(i, i + 2));
  }
  return words;
}
