/**
 * Days as editors count them: between two midnights where they live. Times at rest are instants; which of them a day is
 * made of is found here, also for the days on which clocks are changed.
 */
import * as v from 'valibot';

const DAY = 86_400_000;
const UTC = 'UTC';

/** A day of the calendar, `2026-11-23`; '' for none. */
export const daySchema = v.optional(
  v.pipe(
    v.string(),
    v.check((text) => text === '' || isDay(text), 'must be a day, such as 2026-11-23'),
  ),
  '',
);

/** A time zone by its name in the tz database. */
export const zoneSchema = v.optional(
  v.pipe(
    v.string(),
    v.maxLength(64),
    v.check((text) => text === '' || isZone(text), 'must be a time zone, such as Asia/Bishkek'),
    v.description('time zone that the days are counted in (tz database); UTC where it is empty'),
  ),
  '',
);

export interface Day {
  /** `2026-11-23` */
  day: string;
  /** its first instant, and the next day's, in epoch ms */
  start: number;
  end: number;
}

/** The day that an instant (epoch ms) is in. */
export function readDay(instant: number, zone: string): string {
  return new Date(instant + readOffset(createClock(zone), instant)).toISOString().slice(0, 10);
}

/** @returns the first instant of a day, in epoch ms */
export function findStart(day: string, zone: string): number {
  return findMidnight(day, createClock(zone));
}

/** @returns the first instant after a day, in epoch ms */
export function findEnd(day: string, zone: string): number {
  return findStart(addDays(day, 1), zone);
}

/** @param count negative for days before */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

/** How many days there are from one to another, both counted; 0 or less where the other is before. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
}

/** The days from one to another, both among them. */
export function listDays(from: string, to: string, zone: string): Day[] {
  const clock = createClock(zone);
  const names = Array.from({ length: countDays(from, to) + 1 }, (_, i) => addDays(from, i));
  const starts = names.map((name) => findMidnight(name, clock));
  return names.slice(0, -1).map((day, i) => {
    const [start = 0, end = 0] = starts.slice(i, i + 2);
    return { day, start, end };
  });
}

function findMidnight(day: string, clock: Intl.DateTimeFormat | null): number {
  const guess = Date.parse(day);
  const [before, after] = [readOffset(clock, guess - DAY), readOffset(clock, guess + DAY)];
  if (before === after) return guess - before;
  // Clocks are changed somewhere near: it is the instant at which the date turns.
  const turns = (instant: number) =>
    instant + readOffset(clock, instant) >= guess &&
    instant - 1 + readOffset(clock, instant - 1) < guess;
  const candidates = [guess - Math.max(before, after), guess - Math.min(before, after)];
  return candidates.find(turns) ?? guess - after;
}

/** @returns null for UTC */
function createClock(zone: string): Intl.DateTimeFormat | null {
  if (zone === '' || zone === UTC) return null;
  return new Intl.DateTimeFormat('en-u-ca-iso8601', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
}

/** How far local time is ahead of UTC at an instant, in ms. */
function readOffset(clock: Intl.DateTimeFormat | null, instant: number): number {
  if (clock === null) return 0;
  const parts = clock.formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const local = Date.UTC(
    ...([read('year'), read('month') - 1, read('day')] as const),
    ...([read('hour'), read('minute'), read('second')] as const),
  );
  return local - Math.floor(instant / 1_000) * 1_000;
}

function isDay(text: string): boolean {
  const time = /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isZone(text: string): boolean {
  try {
    createClock(text);
    return true;
  } catch {
    return false;
  }
}
