/** The day an article names, in the note's language, or as ISO 8601 where the browser has no words for it. */

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
  if (month === undefined || day === undefined) return iso;
  const at = Date.parse(`${iso}T00:00:00Z`);
  // Some engines take 31 February for 3 March.
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(`${year}-${month}-${day}`)) {
    return '';
  }
  return writeOut(at, locale) ?? iso;
}

function writeOut(at: number, locale: string): string | null {
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf([locale]).length === 0) return null;
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    // Where one script of a language is known and the other is asked for, the wrong one would be written.
    const script = (one: string) => new Intl.Locale(one).maximize().script;
    if (script(format.resolvedOptions().locale) !== script(locale)) return null;
    return format.format(at);
  } catch {
    return null;
  }
}
