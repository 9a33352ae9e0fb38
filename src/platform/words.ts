/**
 * The words in the language that the reader chose, or that the browser suggests; for the extension's own pages
 * and for the background. The browser's i18n gives one language alone and cannot be told another, so any other
 * is read from the extension's own files.
 */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { parse } from '../model/annotation.ts';
import { chooseLanguage } from '../model/choose-language.ts';
import { createTranslate, type Translate } from '../model/translate.ts';

const messagesSchema = v.record(v.string(), v.object({ message: v.string() }));

/**
 * @param language `Settings['language']`: one of Sic's languages, or '' for the browser's
 * @returns the words and their language (BCP 47); the browser's own where the file cannot be had; never rejects
 */
export async function loadWords(language: string): Promise<{ t: Translate; locale: string }> {
  const locale = chooseWords(language);
  const messages = locale === null ? null : await loadMessages(locale);
  if (locale !== null && messages !== null) {
    return { t: createTranslate((key) => messages.get(key) ?? '', locale), locale };
  }
  const given = readGiven();
  return { t: createTranslate((key) => browser.i18n.getMessage(key), given), locale: given };
}

async function loadMessages(locale: string): Promise<Map<string, string> | null> {
  try {
    const folder = locale.replace('-', '_');
    const response = await fetch(browser.runtime.getURL(`_locales/${folder}/messages.json`));
    const parsed = parse(messagesSchema, await response.json());
    if (!parsed.ok) return null;
    return new Map(Object.entries(parsed.value).map(([key, { message }]) => [key, message]));
  } catch {
    return null;
  }
}

/** @returns the language whose words content scripts are to be given, or null where the browser's own are right */
export function chooseWords(language: string): string | null {
  const given = readGiven();
  const locale = chooseLanguage(language, navigator.languages, given);
  return locale === given ? null : locale;
}

/** The language that the browser itself has picked from those Sic has. */
function readGiven(): string {
  return browser.i18n.getMessage('locale') || 'en';
}
