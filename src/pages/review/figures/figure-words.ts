/** Figures as people say them: days, lengths of time and shares, in the page's language. */
import type { Translate } from '../../../model/translate.ts';
import { formatDay } from '../../../ui/time.ts';
import type { GroupSize } from './group-days.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Its words are the page's own: browsers lack units in some of the languages.
 * @param ms a length of time; null for none
 * @returns the two largest parts, such as "2 days 4 hours"
 */
export function formatDuration(ms: number | null, t: Translate): string {
  if (ms === null) return '–';
  if (ms < MINUTE) return t('reviewFiguresMoment');
  // Rounded first, so that 59.9 minutes are one hour.
  const whole = ms < DAY ? Math.round(ms / MINUTE) * MINUTE : Math.round(ms / HOUR) * HOUR;
  const [days, hours] = [Math.floor(whole / DAY), Math.floor((whole % DAY) / HOUR)];
  const minutes = Math.round((whole % HOUR) / MINUTE);
  return [
    days > 0 ? t('reviewFiguresDays', { count: days }) : '',
    hours > 0 ? t('reviewFiguresHours', { count: hours }) : '',
    minutes > 0 && days === 0 ? t('reviewFiguresMinutes', { count: minutes }) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** @param share from 0 to 1, null of nothing */
export function formatShare(share: number | null, locale: string): string {
  if (share === null) return '–';
  const digits = share > 0 && share < 0.1 ? 1 : 0;
  const options = { style: 'percent', maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, options).format(share);
}

/** A group's days in full. */
export function formatGroup({ from, to }: { from: string; to: string }, locale: string): string {
  if (from === to) return formatDay(from, locale);
  const apart = `${formatDay(from, locale)} – ${formatDay(to, locale)}`;
  const range = isKnown(locale)
    ? createFormat(locale, { dateStyle: 'long' }).formatRange(Date.parse(from), Date.parse(to))
    : '';
  return range === '' || lacksMonths(range) ? apart : range;
}

/** A day, or the month that it is in, as short as an axis needs it; in figures where the browser has no words. */
export function formatTick(day: string, size: GroupSize, locale: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const plain = size === 'month' ? `${month}.${year}` : `${date}.${month}.`;
  if (!isKnown(locale)) return plain;
  const said = createFormat(
    locale,
    size === 'month' ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short' },
  ).format(Date.parse(day));
  return lacksMonths(said) ? plain : said;
}

/** Lets a name run in its own direction inside a sentence, and no further (UAX #9, section 2.4). */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}

/** Where a locale is not known, a browser writes in a language of its own choice. */
function isKnown(locale: string): boolean {
  return Intl.DateTimeFormat.supportedLocalesOf([locale]).length > 0;
}

/** Where a language's patterns are there and its months are not: "2026 M03 1". */
function lacksMonths(said: string): boolean {
  return /M\d\d/.test(said);
}

function createFormat(locale: string, options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
}
