/**
 * One form of a name or word for looking it up: what spelling, case, quotes and spaces add falls away, so that
 * "РИА «Новости»" and "РИА Новости", "Agence France-Presse" and "agence france presse" meet.
 */
import { compile } from './pattern.ts';

const NAME_DROPPED = () => compile('[^\\p{L}\\p{N}]', 'g');
const MARKS = () => compile('\\p{M}', 'g');
const ASCII = /^[ -~]*$/;

/** @returns the word in lower case and without its accents */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return ASCII.test(lower)
    ? lower
    : lower.normalize('NFKD').replace(MARKS(), '').replaceAll('ı', 'i');
}

/** @returns letters and digits alone, in lower case, without accents */
export function foldName(name: string): string {
  return foldWord(name).replace(NAME_DROPPED(), '');
}
