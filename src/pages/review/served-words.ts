/** The words of the served review: files next to the page, in the first language that both sides have. */
import * as v from 'valibot';
import { parse } from '../../model/annotation.ts';
import { LANGUAGES } from '../../model/languages.ts';
import { createTranslate } from '../../model/translate.ts';
import type { Words } from '../../ui/words.ts';

export const SERVED_LOCALES = LANGUAGES.map(({ tag }) => tag);
const FALLBACK = 'en';
const messagesSchema = v.record(v.string(), v.string());

/** @param languages BCP 47, the one preferred most first */
export function pickLocale(languages: readonly string[]): string {
  for (const language of languages) {
    const primary = language.toLowerCase().split('-')[0];
    const found = SERVED_LOCALES.find((locale) => locale === primary);
    if (found !== undefined) return found;
  }
  return FALLBACK;
}

/** Loads the words, English where the language's own cannot be had; without either, keys stand for them. */
export async function loadWords(
  languages: readonly string[],
  load: (path: string) => Promise<Response>,
): Promise<Words> {
  for (const locale of new Set([pickLocale(languages), FALLBACK])) {
    const messages = await loadMessages(locale, load);
    if (messages !== null) {
      return { t: createTranslate((key) => messages[key] ?? '', locale), locale };
    }
  }
  return { t: createTranslate(() => '', FALLBACK), locale: FALLBACK };
}

async function loadMessages(
  locale: string,
  load: (path: string) => Promise<Response>,
): Promise<Record<string, string> | null> {
  try {
    const response = await load(`locales/${locale}.json`);
    const parsed = parse(messagesSchema, response.ok ? await response.json() : null);
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
}
