/**
 * A citation in the RIS format of reference managers: lines of a two-letter tag, two spaces, a hyphen, a space and the
 * value, each ended by CR and LF. https://en.wikipedia.org/wiki/RIS_(file_format)
 */
import type { DateParts } from './citation-fields.ts';
import { type CitedName, formatName } from './cited-name.ts';
import type { CitedWork } from './cited-work.ts';
import { type Composed, composeCode } from './rich-text.ts';

export function composeRis(work: CitedWork): Composed {
  const { title, site, date, url, language, accessed } = work;
  const values: [tag: string, value: string][] = [
    ['TY', work.isNews ? 'NEWS' : 'ELEC'],
    ['TI', title],
    ...work.names.map((name): [string, string] => ['AU', formatAuthor(name)]),
    ['T2', site === title ? '' : site],
    ['DA', date === null ? '' : formatRisDate(date)],
    ['PY', date === null ? '' : String(date.year)],
    ['LA', language ?? ''],
    ['UR', url ?? ''],
    ['Y2', url === null ? '' : formatRisDate(accessed)],
  ];
  const lines = values
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${value}`);
  return composeCode([...lines, 'ER  - ', ''].join('\r\n'));
}

/** "van der Berg, Jan, Jr." */
function formatAuthor(name: CitedName): string {
  const { family, given, particle, suffix } = name;
  if (given === '') return formatName(name);
  const full = particle === '' ? family : `${particle} ${family}`;
  return [full, given, suffix].filter((part) => part !== '').join(', ');
}

/** YYYY/MM/DD/ and what else is said of it, which is nothing here. */
function formatRisDate({ year, month, day }: DateParts): string {
  const pad = (part: number | null) => (part === null ? '' : String(part).padStart(2, '0'));
  return `${String(year).padStart(4, '0')}/${pad(month)}/${pad(day)}/`;
}
