/** Times as people say them. Every function takes the clock and the locale, so that it can be tried. */
import { useEffect, useState } from 'preact/hooks';
import { formatNoteDay } from '../model/attribution/note-day.ts';
import { formatRelativeTime, type TimeUnit } from '../model/relative-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS: readonly (readonly [TimeUnit, number])[] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/**
 * @param at epoch ms, before or after `now` (epoch ms)
 * @returns "5 minutes ago", "in 2 hours", "now" for less than a minute
 */
export function formatAge(at: number, now: number, locale: string): string {
  const away = at - now;
  const [unit, length] = STEPS.find(([, long]) => Math.abs(away) >= long) ?? ['minute', Infinity];
  return formatRelativeTime(Math.trunc(away / length), unit, locale);
}

/** A point in time in full, in the reader's zone; '' where it is none. */
export function formatTime(at: number, locale: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  if (isKnownToBrowser(locale)) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at);
  }
  const time = date.toTimeString().slice(0, 5);
  return `${formatNoteDay(readLocalDay(at), locale)}, ${time}`;
}

/**
 * The day an article names, as it names it: its own zone counts, not the reader's.
 * @param published ISO 8601; anything else is given back as it is
 */
export function formatDay(published: string, locale: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published)?.[0];
  const at = day === undefined ? Number.NaN : Date.parse(day);
  if (Number.isNaN(at)) return published;
  if (!isKnownToBrowser(locale)) return formatNoteDay(day ?? null, locale);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

/** Where it is not, a browser writes dates in a language of its own choice. */
function isKnownToBrowser(locale: string): boolean {
  return Intl.DateTimeFormat.supportedLocalesOf([locale]).length > 0;
}

/** The reader's own day, ISO 8601. @param now epoch ms */
export function readLocalDay(now: number): string {
  const date = new Date(now);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The time (epoch ms), looked at again every `every` ms, for words such as "a minute ago". */
export function useNow(every = 30_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
