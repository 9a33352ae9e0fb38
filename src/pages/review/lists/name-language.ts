/** What the language of an article is called, in the language of who reads it. */
import { LANGUAGES } from '../../../model/languages.ts';
import type { Translate } from '../../../model/translate.ts';

/** What stands for an article that names none. */
const UNDETERMINED = 'und';

/**
 * @param language primary subtag (BCP 47)
 * @param locale where the browser does not speak it, the language's own name is taken, or its tag
 */
export function nameLanguage(language: string, t: Translate, locale: string): string {
  if (language === UNDETERMINED) return t('reviewExportNoLanguage');
  const own = LANGUAGES.find(({ tag }) => tag === language)?.name;
  try {
    if (Intl.DisplayNames.supportedLocalesOf([locale]).length === 0) return own ?? language;
    return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
  } catch {
    // It is no tag: addresses are typed by people.
    return language;
  }
}
