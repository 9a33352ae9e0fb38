/**
 * A citation as the template that the Wikipedias share: `{{cite web}}`, or `{{cite news}}` for what says that it is
 * news. https://en.wikipedia.org/wiki/Template:Cite_web
 */
import { type DateParts, formatIsoDate } from './citation-fields.ts';
import type { CitedName } from './cited-name.ts';
import type { CitedWork } from './cited-work.ts';
import { formatAmericanDate } from './month-names.ts';
import { type Composed, composeCode } from './rich-text.ts';

export function composeWikitext(work: CitedWork): Composed {
  const { title, site, date, url, language, isNews, accessed } = work;
  const values: [name: string, value: string][] = [
    ...work.names.flatMap((name, i) => listNameValues(name, work.names.length === 1 ? '' : i + 1)),
    ['title', title],
    ['url', url === null ? '' : escapeUrl(url)],
    [isNews ? 'work' : 'website', site === title ? '' : site],
    ['date', date === null ? '' : formatWikiDate(date)],
    ['access-date', url === null ? '' : formatIsoDate(accessed)],
    ['language', language ?? ''],
  ];
  const written = values
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` |${name}=${name === 'url' ? value : escapeWikitext(value)}`);
  return composeCode(`{{cite ${isNews ? 'news' : 'web'}${written.join('')}}}`);
}

function listNameValues(name: CitedName, place: number | ''): [name: string, value: string][] {
  const { family, given, particle, suffix } = name;
  if (given === '') return [[`author${place}`, family]];
  return [
    [`last${place}`, particle === '' ? family : `${particle} ${family}`],
    [`first${place}`, suffix === '' ? given : `${given} ${suffix}`],
  ];
}

/** The templates take no "2026-03", which could be two years as well. */
function formatWikiDate(date: DateParts): string {
  return date.day === null ? formatAmericanDate(date) : formatIsoDate(date);
}

/** What ends a template or begins markup, as entities; the rest is as people write it. */
function escapeWikitext(text: string): string {
  return text
    .replace(/&(?=#?\w{1,31};)/g, '&amp;')
    .replace(/[|[\]{}<>]/g, toEntity)
    .replace(/~(?=~)|_(?=_)|'(?=')|(?<=')'|(?<=~)~/g, toEntity)
    .replace(/^[*#:;=]/, toEntity)
    .replace(/\b(ISBN|PMID|RFC) (?=\d)/g, '$1&#32;')
    .replace(/:(?=\/\/)/g, toEntity);
}

function toEntity(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}

function escapeUrl(url: string): string {
  return url.replace(
    /[|[\]{}<>'"\\^`]|~(?=~)|(?<=~)~|_(?=_)/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
