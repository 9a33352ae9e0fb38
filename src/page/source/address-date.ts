/** The day in a page's address ("/2026/03/01/"), which confirms a date and stands in for one. */
import { parseDate } from '../../model/parse-date.ts';

const DAY = /(?:^|[/_.=-])((?:19|20)\d\d)([/_.-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/;

/** @returns the day as "2026-03-01", or null */
export function readAddressDate(url: string): string | null {
  const match = DAY.exec(url.slice(0, 1000));
  return match === null ? null : parseDate(`${match[1]}-${match[3]}-${match[4]}`);
}
