/**
 * "5 minutes ago", also in languages that browsers have no words for: Chromium lacks some that Sic speaks, and would
 * answer in its own.
 */
import rows from '../locales/time/relative-times.json' with { type: 'json' };

export type TimeUnit = 'minute' | 'hour' | 'day' | 'month' | 'year';

type Words = { now: string } & Record<TimeUnit, readonly string[]>;
const WORDS: Readonly<Record<string, Words>> = rows;

/**
 * @param count how many units away: negative for what is past; 0 is now
 * @param locale BCP 47
 */
export function formatRelativeTime(count: number, unit: TimeUnit, locale: string): string {
  const [language = ''] = locale.split('-');
  const words = Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
  if (words === undefined) {
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    return count === 0 ? format.format(0, 'second') : format.format(count, unit);
  }
  if (count === 0) return words.now;
  const [past = '', future = ''] = words[unit];
  return (count < 0 ? past : future).replace('{n}', String(Math.abs(count)));
}
