/**
 * Which language Sic speaks. Left to themselves, browsers pick among an extension's languages by the one their
 * own windows are in: a browser that has no Tajik picks another for a reader of Tajik, although the reader told
 * it which languages to ask pages for.
 */
import { LANGUAGES } from './languages.ts';

/**
 * @param setting what was chosen: one of Sic's languages, or '' for the browser's; anything else counts as ''
 * @param wanted the reader's languages as the browser tells them to pages (BCP 47), the one preferred most first
 * @param given the language that the browser itself picked from those Sic has (BCP 47)
 * @returns one of Sic's languages, or `given` as it is
 */
export function chooseLanguage(setting: string, wanted: readonly string[], given: string): string {
  const chosen = findLanguage(setting);
  if (chosen !== null) return chosen;
  for (const tag of wanted) {
    if (readPrimary(tag) === readPrimary(given)) return given;
    const found = findLanguage(readPrimary(tag));
    if (found !== null) return found;
  }
  return given;
}

/** @returns the tag of one of Sic's languages, or null */
export function findLanguage(tag: string): string | null {
  return LANGUAGES.find((language) => language.tag === tag)?.tag ?? null;
}

function readPrimary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}
