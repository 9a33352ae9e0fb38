/** The days that figures are asked about: the last ones up to today, or those between two dates. */

/** Lengths that are offered, in days. */
export const USUAL_LENGTHS = [7, 30, 90, 365] as const;
/** As many as an endpoint counts at once. */
export const MOST_DAYS = 366;
const DAY = 86_400_000;
const DAY_FORM = /^\d{4}-\d\d-\d\d$/;

/** Days such as 2026-11-23, both counted. */
export interface Period {
  from: string;
  to: string;
}

/** @param today the reader's own day */
export function endToday(length: number, today: string): Period {
  return { from: addDays(today, 1 - length), to: today };
}

export type PeriodFault = 'incomplete' | 'backwards' | 'too-long';

/** @returns what is wrong with two dates as they were given, null where nothing is */
export function findPeriodFault({ from, to }: Period): PeriodFault | null {
  if (!isDay(from) || !isDay(to)) return 'incomplete';
  const length = countDays(from, to);
  if (length < 1) return 'backwards';
  return length > MOST_DAYS ? 'too-long' : null;
}

/** How many days there are from one to another, both counted. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
}

/** @param count negative for days before */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  const at = DAY_FORM.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The time zone that the reader's days are counted in; '' where the browser tells none. */
export function readZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone === undefined || timeZone === 'Etc/Unknown' ? '' : timeZone;
}
