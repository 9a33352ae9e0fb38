/**
 * The day an article names, in the note's language. Chromium lacks the months of some languages that articles
 * are written in, so those are kept here; for other languages the browser is asked. Where neither has them, the
 * day stays ISO 8601.
 */
import rows from '../../locales/attribution/month-names.json' with { type: 'json' };

interface MonthNames {
  /** `{d}`, `{m}` and `{y}` stand for day, month and year */
  day: string;
  /** January to December, in the form that they have in a date */
  months: string;
}
const NAMES: Readonly<Record<string, MonthNames>> = rows;
const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])/;

/**
 * The page's own day: its zone counts, not the reader's.
 * @param published ISO 8601: a moment, a day, a month or a year
 * @param locale BCP 47
 * @returns "1 March 2026"; "2026-03-01" where the locale has no months' names; "2026-03" and "2026" as they are;
 *   '' for what is no date
 */
export function formatNoteDay(published: string | null, locale: string): string {
  const [iso = '', year, month, day] = DAY.exec(published ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return iso;
  const at = Date.parse(`${iso}T00:00:00Z`);
  // Some engines take 31 February for 3 March.
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(iso)) return '';
  const names = findNames(locale);
  if (names === null) return askBrowser(at, locale) ?? iso;
  const values = {
    d: Number(day),
    m: names.months.split(' ')[Number(month) - 1] ?? month,
    y: year,
  };
  return names.day.replace(/\{([dmy])\}/g, (_, part: keyof typeof values) => `${values[part]}`);
}

function findNames(locale: string): MonthNames | null {
  const [language = ''] = locale.split('-');
  const names = Object.hasOwn(NAMES, language) ? NAMES[language] : undefined;
  return names !== undefined && readScript(locale) === readScript(language) ? names : null;
}

function askBrowser(at: number, locale: string): string | null {
  const said = findFormat(locale)?.format(at) ?? null;
  // Where a language's patterns are there and its months are not: "2026 M03 1".
  return said === null || /(?<![a-z])M\d\d(?!\d)/i.test(said) ? null : said;
}

/** Kept, since a browser's first may take longer than a copy should. */
const formats = new Map<string, Intl.DateTimeFormat | null>();

function findFormat(locale: string): Intl.DateTimeFormat | null {
  const known = formats.get(locale);
  if (known !== undefined) return known;
  const format = createFormat(locale);
  formats.set(locale, format);
  return format;
}

function createFormat(locale: string): Intl.DateTimeFormat | null {
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf([locale]).length === 0) return null;
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    // Where one script of a language is known and the other is asked for, the wrong one would be written.
    return readScript(format.resolvedOptions().locale) === readScript(locale) ? format : null;
  } catch {
    return null;
  }
}

const readScript = (locale: string) => new Intl.Locale(locale).maximize().script;
