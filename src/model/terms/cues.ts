/**
 * The first, cheap question to the end of a page: does it hold any of the letters without which no terms are
 * stated in its language? Plain substrings, since most pages answer no, and an engine finds a substring long
 * before it has compiled the first pattern.
 */
import { listLanguagesOfAll, readLanguage } from './choose-language.ts';
import type { Language } from './languages.ts';

/** Licences of the commons, and what belongs to all, in the words of every language. */
const COMMONS =
  'commons|cc-|cc by|cc0|cc 0|cc zero|cc li|public domain|publicdomain|domaine public|dominio p|domeni|domen publiczn|gemeinfrei|kamu mal|достоян|надбан|коммонс|คอมมอน|كومنز|المشاع|コモンズ|知识共享|創用'.split(
    '|',
  );
/** A network's name, on half of all pages, would say "link". */
const NO_LINK = 'linkedin';

/**
 * @param text as a page writes it: all that may hold a notice, or one block of it
 * @param lang BCP 47 language of the text where it is known
 * @returns whether it may state terms of reuse
 */
export function mayHoldTerms(text: string, lang?: string | null): boolean {
  const lower = text.toLowerCase().replaceAll(NO_LINK, '');
  return (
    COMMONS.some((cue) => lower.includes(cue)) ||
    listLanguagesOfAll(lower, readLanguage(lang)).some((one) => hasCue(one, lower))
  );
}

/** @param lower text in small letters */
export function hasCue({ cues }: Language, lower: string): boolean {
  return cues.some((cue) => lower.includes(cue));
}
