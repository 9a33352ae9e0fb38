/** The words of the public page of corrections, in each of Sic's languages; and which of them a reader wants. */
import rows from '../../locales/corrections/correction-words.json' with { type: 'json' };
import { findLanguage } from '../../model/choose-language.ts';
import { readWeight } from '../annotations/choose-media-type.ts';
import { readHeaderList } from '../annotations/header-lists.ts';
import { readSubtag } from '../report-language.ts';

type Row = (typeof rows)['en'];

export interface CorrectionWords extends Row {
  /** BCP 47 */
  language: string;
  direction: 'ltr' | 'rtl';
}

const ROWS: Readonly<Record<string, Row>> = rows;
const FALLBACK = 'en';

/** @param language one of `LANGUAGES`; English is spoken for any other */
export function loadCorrectionWords(language: string): CorrectionWords {
  const tag = Object.hasOwn(ROWS, language) ? language : FALLBACK;
  const direction = tag === 'ar' ? 'rtl' : 'ltr';
  return { ...(ROWS[tag] ?? rows.en), language: tag, direction };
}

/**
 * @param asked a language that the address names, or ''
 * @param accept the Accept-Language header (RFC 9110, section 12.5.4)
 * @returns one of Sic's languages
 */
export function choosePageLanguage(asked: string, accept: string | undefined): string {
  const named = findLanguage(readSubtag(asked));
  if (named !== null) return named;
  const wanted = readHeaderList(accept ?? '')
    .map(({ value, parameters }) => ({
      tag: findLanguage(readSubtag(value)),
      weight: readWeight(parameters.get('q')),
    }))
    .filter(({ tag, weight }) => tag !== null && weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return wanted[0]?.tag ?? FALLBACK;
}
