/**
 * The languages that Sic speaks, each by the name that its own speakers know it by: who cannot read the
 * language that stands there has to find theirs.
 */

export interface Language {
  /** BCP 47; there is a file of this name in src/locales */
  tag: string;
  name: string;
}

export const LANGUAGES: readonly Language[] = [
  { tag: 'en', name: 'English' },
  { tag: 'ru', name: 'Русский' },
  { tag: 'uk', name: 'Українська' },
  { tag: 'ky', name: 'Кыргызча' },
  { tag: 'kk', name: 'Қазақша' },
  { tag: 'tg', name: 'Тоҷикӣ' },
  { tag: 'uz', name: 'Oʻzbekcha' },
  { tag: 'de', name: 'Deutsch' },
  { tag: 'fr', name: 'Français' },
  { tag: 'es', name: 'Español' },
  { tag: 'pl', name: 'Polski' },
  { tag: 'tr', name: 'Türkçe' },
  { tag: 'ar', name: 'العربية' },
];
