/** The languages that terms of reuse are read in. English comes last of its script: many sites add it to their own. */
import { CHINESE, JAPANESE, KOREAN } from './east-asian.ts';
import { BELARUSIAN, RUSSIAN, UKRAINIAN } from './east-slavic.ts';
import { ENGLISH } from './english.ts';
import { ARMENIAN, GEORGIAN, GREEK, HUNGARIAN, LITHUANIAN } from './european-further.ts';
import { DUTCH, GERMAN, NORWEGIAN, SWEDISH } from './germanic.ts';
import { KAZAKH, KYRGYZ } from './kyrgyz-kazakh.ts';
import { FRENCH, ITALIAN, SPANISH } from './romance.ts';
import { PORTUGUESE, ROMANIAN } from './romance-further.ts';
import { ARABIC, HEBREW } from './semitic.ts';
import { HINDI, INDONESIAN, THAI, VIETNAMESE } from './south-asian.ts';
import { PERSIAN, TAJIK } from './tajik-persian.ts';
import { AZERBAIJANI, TURKISH } from './turkish-azerbaijani.ts';
import { UZBEK, UZBEK_CYRILLIC } from './uzbek.ts';
import type { Vocabulary } from './vocabulary.ts';
import { BULGARIAN, CZECH, POLISH, SLOVAK } from './west-slavic.ts';

export const VOCABULARIES: readonly Vocabulary[] = [
  RUSSIAN,
  UKRAINIAN,
  BELARUSIAN,
  BULGARIAN,
  KYRGYZ,
  KAZAKH,
  TAJIK,
  UZBEK_CYRILLIC,
  UZBEK,
  TURKISH,
  AZERBAIJANI,
  GERMAN,
  DUTCH,
  SWEDISH,
  NORWEGIAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  ROMANIAN,
  POLISH,
  CZECH,
  SLOVAK,
  HUNGARIAN,
  LITHUANIAN,
  GREEK,
  ARMENIAN,
  GEORGIAN,
  PERSIAN,
  ARABIC,
  HEBREW,
  JAPANESE,
  CHINESE,
  KOREAN,
  THAI,
  VIETNAMESE,
  INDONESIAN,
  HINDI,
  ENGLISH,
];
