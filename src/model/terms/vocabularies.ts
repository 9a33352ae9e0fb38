/** The vocabularies of all languages, each read from its text on its first use. */
import { CHINESE, JAPANESE, KOREAN } from './east-asian.ts';
import { BELARUSIAN, RUSSIAN, UKRAINIAN } from './east-slavic.ts';
import { ENGLISH } from './english.ts';
import { ARMENIAN, GEORGIAN, GREEK, HUNGARIAN, LITHUANIAN } from './european-further.ts';
import { DUTCH, GERMAN, NORWEGIAN, SWEDISH } from './germanic.ts';
import { KAZAKH, KYRGYZ } from './kyrgyz-kazakh.ts';
import type { Language } from './languages.ts';
import { FRENCH, ITALIAN, SPANISH } from './romance.ts';
import { PORTUGUESE, ROMANIAN } from './romance-further.ts';
import { ARABIC, HEBREW } from './semitic.ts';
import { HINDI, INDONESIAN, THAI, VIETNAMESE } from './south-asian.ts';
import { PERSIAN, TAJIK } from './tajik-persian.ts';
import { AZERBAIJANI, TURKISH } from './turkish-azerbaijani.ts';
import { UZBEK, UZBEK_CYRILLIC } from './uzbek.ts';
import { parseVocabulary, type Vocabulary } from './vocabulary.ts';
import { BULGARIAN, CZECH, POLISH, SLOVAK } from './west-slavic.ts';

/** By language, with its script where it is written in two. */
const TEXTS: Readonly<Record<string, string>> = {
  ru: RUSSIAN,
  uk: UKRAINIAN,
  be: BELARUSIAN,
  bg: BULGARIAN,
  ky: KYRGYZ,
  kk: KAZAKH,
  tg: TAJIK,
  'uz cyrillic': UZBEK_CYRILLIC,
  uz: UZBEK,
  tr: TURKISH,
  az: AZERBAIJANI,
  de: GERMAN,
  nl: DUTCH,
  sv: SWEDISH,
  no: NORWEGIAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
  ro: ROMANIAN,
  pl: POLISH,
  cs: CZECH,
  sk: SLOVAK,
  hu: HUNGARIAN,
  lt: LITHUANIAN,
  el: GREEK,
  hy: ARMENIAN,
  ka: GEORGIAN,
  fa: PERSIAN,
  ar: ARABIC,
  he: HEBREW,
  ja: JAPANESE,
  zh: CHINESE,
  ko: KOREAN,
  th: THAI,
  vi: VIETNAMESE,
  id: INDONESIAN,
  hi: HINDI,
  en: ENGLISH,
};

const known = new Map<string, Vocabulary>();

export function readVocabulary({ lang, script }: Pick<Language, 'lang' | 'script'>): Vocabulary {
  const key = `${lang} ${script}`;
  let vocabulary = known.get(key);
  if (vocabulary === undefined) {
    vocabulary = parseVocabulary(lang, script, TEXTS[key] ?? TEXTS[lang] ?? '');
    known.set(key, vocabulary);
  }
  return vocabulary;
}
