/** Months as the styles write them; those of GOST by GOST R 7.0.12 and GOST 7.11. */
import type { DateParts } from './citation-fields.ts';

const LONG = list(
  'January February March April May June July August September October November December',
);
const MLA = list('Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.');
const RUSSIAN = list('янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.');
const RUSSIAN_ALONE = list('янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.');

function list(names: string): readonly string[] {
  return names.split(' ');
}

function pick(names: readonly string[], month: number): string {
  return names[month - 1] ?? '';
}

/** "March 1, 2026", "March 2026", "2026". */
export function formatAmericanDate({ year, month, day }: DateParts): string {
  if (month === null) return String(year);
  const name = pick(LONG, month);
  return day === null ? `${name} ${year}` : `${name} ${day}, ${year}`;
}

/** "2026, March 1". */
export function formatYearFirst({ year, month, day }: DateParts): string {
  if (month === null) return String(year);
  const name = pick(LONG, month);
  return day === null ? `${year}, ${name}` : `${year}, ${name} ${day}`;
}

/** "1 Mar. 2026". */
export function formatDayFirst(date: DateParts): string {
  return [formatDayAndMonth(date, false), date.year].filter((part) => part !== '').join(' ');
}

/** "1 Mar." or "1 марта"; '' where only the year is known. */
export function formatDayAndMonth({ month, day }: DateParts, isRussian: boolean): string {
  if (month === null) return '';
  if (day === null) return pick(isRussian ? RUSSIAN_ALONE : MLA, month);
  return `${day} ${pick(isRussian ? RUSSIAN : MLA, month)}`;
}

/** "01.03.2026". */
export function formatDots({ year, month, day }: DateParts): string {
  const pad = (part: number | null) => String(part ?? 1).padStart(2, '0');
  return `${pad(day)}.${pad(month)}.${year}`;
}
