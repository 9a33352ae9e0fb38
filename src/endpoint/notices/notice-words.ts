/** The words of messages to editors, in each of Sic's languages; and what kinds of mistakes are called there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import rows from '../../locales/notices/notice-words.json' with { type: 'json' };
import { nameKind } from '../../model/kind-names.ts';
import { LANGUAGES } from '../../model/languages.ts';
import { createTranslate } from '../../model/translate.ts';
import { LOCALES_DIRECTORY } from '../places.ts';

type PlainKey = 'newReport' | 'article' | 'openReport' | 'openQueue' | 'test' | 'why';
type CountKey = 'newReports' | 'places' | 'readers' | 'more';

export interface NoticeWords {
  /** BCP 47 */
  language: string;
  direction: 'ltr' | 'rtl';
  say(key: PlainKey, site?: string): string;
  count(key: CountKey, count: number): string;
  /** A kind of mistake in words; '' for what is none. */
  nameKind(kind: string): string;
  correction: string;
  comment: string;
}

const ROWS: Readonly<Record<string, Readonly<Record<string, string>>>> = rows;
const messagesSchema = v.record(v.string(), v.string());
const known = new Map<string, NoticeWords>();

/** @param language one of `LANGUAGES`; English is spoken for any other */
export function loadNoticeWords(language: string): NoticeWords {
  const tag = LANGUAGES.some((one) => one.tag === language) ? language : 'en';
  const words = known.get(tag) ?? createNoticeWords(tag);
  known.set(tag, words);
  return words;
}

function createNoticeWords(language: string): NoticeWords {
  const row = ROWS[language] ?? {};
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const messages = v.parse(
    messagesSchema,
    JSON.parse(readFileSync(join(LOCALES_DIRECTORY, `${language}.json`), 'utf8')),
  );
  const t = createTranslate((key) => messages[key] ?? '', language);
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    say: (key, site = '') => (row[key] ?? key).replace('{site}', () => site),
    count: (key, count) =>
      (row[`${key}_${plurals.select(count)}`] ?? row[`${key}_other`] ?? key).replace(
        '{count}',
        numbers.format(count),
      ),
    nameKind: (kind) => nameKind(kind, t),
    correction: t('dialogCorrection'),
    comment: t('dialogComment'),
  };
}
