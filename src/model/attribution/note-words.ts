/**
 * The few words of a note, and which language's are taken. They stand as labels before a colon, or by
 * themselves, so that no language has to inflect anything.
 */
import rows from '../../locales/attribution/note-words.json' with { type: 'json' };

export interface NoteWords {
  /** before the source */
  source: string;
  /** before whom an image is by */
  photo: string;
  /** before a licence's name */
  license: string;
  /** says that less than the whole is quoted */
  excerpt: string;
  /** says that the source asks for no commercial reuse */
  nonCommercial: string;
  /** what the language sets for `:`, `,` and `.`, with bars between them; those three where it is absent */
  marks?: string;
}

const WORDS: Readonly<Record<string, NoteWords>> = rows;
const ENGLISH = { words: rows.en, locale: 'en' };

/** What a page may name a language by, beside the name that the words have. */
const OTHER_NAMES: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/**
 * @param language BCP 47 of the article, or of the reader
 * @param fallback BCP 47 of what is taken where there are no words in that language; else English
 * @returns the words, and the locale that dates are written in
 */
export function chooseNoteWords(
  language: string | null,
  fallback: string | null = null,
): { words: NoteWords; locale: string } {
  return findWords(language) ?? findWords(fallback) ?? ENGLISH;
}

function findWords(language: string | null): { words: NoteWords; locale: string } | null {
  const locale = readLocale(language);
  if (locale === null) return null;
  const { language: name, script } = locale.maximize();
  const base = OTHER_NAMES[name] ?? name;
  for (const key of [`${base}-${script}`, base]) {
    const words = Object.hasOwn(WORDS, key) ? WORDS[key] : undefined;
    // Extensions (calendars, digits) are none of a page's business.
    if (words !== undefined) return { words, locale: locale.baseName };
  }
  return null;
}

/** Whether a locale that has words is written from right to left. */
export function isRightToLeft(locale: string): boolean {
  return /^(?:ar|fa|he)\b/.test(locale);
}

/** Pages also write `en_US`, or nothing that is a language at all. */
function readLocale(language: string | null): Intl.Locale | null {
  try {
    return language === null ? null : new Intl.Locale(language.trim().replaceAll('_', '-'));
  } catch {
    return null;
  }
}
