/**
 * Which of several dates is believed. Pages name the same moment in several places, one of them in universal time,
 * which may be another day than the one that the page's readers know.
 */
import type { Statement } from '../../model/source.ts';
import type { Field } from './statements.ts';

export interface DatedStatement extends Statement {
  /** ISO 8601 */
  date: string;
}

const HOUR = 3_600_000;

/**
 * @param address the day in the page's address, or null
 * @returns the day that most places name, the first of them where as many name another, as fully as it is named;
 *   in the page's own zone where one is named; null without candidates
 */
export function chooseDate(
  candidates: DatedStatement[],
  address: string | null,
): Field<string | null> | null {
  const first = candidates[0];
  if (first === undefined) return null;
  const votes = (day: string) =>
    new Set(candidates.filter(({ date }) => readDay(date) === day).map(({ from }) => from)).size +
    (address === day ? 1 : 0);
  const most = candidates.reduce(
    (one, other) => (votes(readDay(other.date)) > votes(readDay(one.date)) ? other : one),
    first,
  );
  const same = candidates.filter(({ date }) => readDay(date) === readDay(most.date));
  const full =
    same.find(({ date }) => hasZone(date)) ?? same.find(({ date }) => date.includes('T')) ?? most;
  const local = candidates.find(({ date }) => isSameMoment(date, full.date)) ?? full;
  const rest = candidates.filter((candidate) => candidate !== local);
  return {
    value: isDayBeside(local.date, address) ? address : local.date,
    statements: [local, ...rest].map(({ from, value }) => ({ from, value })),
  };
}

function readDay(date: string): string {
  return date.slice(0, 10);
}

function hasZone(date: string): boolean {
  return /T.*(?:Z|[+-]\d\d:\d\d)$/.test(date);
}

function isUniversal(date: string): boolean {
  return /T.*(?:Z|[+-]00:00)$/.test(date);
}

/** Whether a date names the moment that another names in universal time, but in a zone or by the clock of one. */
function isSameMoment(date: string, universal: string): boolean {
  if (!isUniversal(universal) || !date.includes('T') || isUniversal(date)) return false;
  if (hasZone(date)) return Date.parse(date) === Date.parse(universal);
  const shift = Date.parse(`${date}Z`) - Date.parse(universal);
  // By the clock: the same second, some whole hours away, on another day.
  return /:\d\d:(?!00)\d\d/.test(date) && shift % HOUR === 0 && Math.abs(shift) <= 14 * HOUR;
}

/** Whether a moment in universal time falls on the day of the address somewhere on earth, but not in London. */
function isDayBeside(date: string, address: string | null): boolean {
  if (address === null || !isUniversal(date) || readDay(date) === address) return false;
  const hours = (Date.parse(date) - Date.parse(address)) / HOUR;
  return hours >= -14 && hours < 36;
}
