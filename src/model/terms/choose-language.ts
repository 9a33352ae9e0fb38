/**
 * Which languages a text may be in: the page's own and those that stand beside it, or, where it is unknown, all
 * that are written in the text's letters.
 */
import { LANGUAGES, type Language } from './languages.ts';
import type { Script } from './vocabulary.ts';

const LETTERS: Readonly<Record<Script, RegExp>> = {
  latin: /[a-z]{3}/,
  cyrillic: /[\u0400-\u04ff]{3}/,
  greek: /[\u0370-\u03ff]{3}/,
  arabic: /[\u0600-\u06ff]{3}/,
  hebrew: /[\u0590-\u05ff]{3}/,
  armenian: /[\u0530-\u058f]{3}/,
  georgian: /[\u10a0-\u10ff]{3}/,
  japanese: /[\u3040-\u30ff]/,
  han: /[\u4e00-\u9fff]{2}/,
  hangul: /[\uac00-\ud7af]{2}/,
  thai: /[\u0e00-\u0e7f]{3}/,
  devanagari: /[\u0900-\u097f]{2}/,
};
/** Letters of any of these scripts but the Latin one. */
const FOREIGN = /[\u0370-\u1cff\u3040-\ud7af]/;

/** @returns the primary subtag, in small letters, '' where none is told */
export function readLanguage(lang?: string | null): string {
  return lang?.toLowerCase().split(/[-_]/)[0] ?? '';
}

/**
 * @param lower text in small letters
 * @param told what `readLanguage` says of the page
 */
export function listLanguages(lower: string, told: string): Language[] {
  const beside = LANGUAGES.filter((one) => isOf(one, told) || isShared(one, told));
  const own = beside.filter(isWritten);
  if (own.some((one) => isOf(one, told))) return own;
  return FOREIGN.test(lower)
    ? LANGUAGES.filter(isWritten)
    : LANGUAGES.filter(({ script }) => script === 'latin' && LETTERS.latin.test(lower));

  function isWritten({ script }: Language): boolean {
    return LETTERS[script].test(lower);
  }
}

/** As for a text, and those of other scripts that a long text, of many parts, has in it besides. */
export function listLanguagesOfAll(lower: string, told: string): Language[] {
  const own = listLanguages(lower, told);
  if (!FOREIGN.test(lower)) return own;
  const scripts = new Set(own.map(({ script }) => script));
  return own.concat(
    LANGUAGES.filter(({ script }) => !scripts.has(script) && LETTERS[script].test(lower)),
  );
}

export function isOf({ lang }: Pick<Language, 'lang'>, told: string): boolean {
  return (
    lang === told ||
    (lang === 'no' && (told === 'nb' || told === 'nn' || told === 'da')) ||
    (lang === 'ro' && told === 'mo')
  );
}

const RUSSIAN_BESIDE = 'uk be ky kk tg uz mn az hy ka mo ro'.split(' ');

/** Sites add these languages to their own. */
function isShared({ lang }: Language, told: string): boolean {
  return lang === 'en' || (lang === 'ru' && RUSSIAN_BESIDE.includes(told));
}
