/** A citation as CSL-JSON, which reference managers and citation processors exchange. https://citationstyles.org/ */
import type { DateParts } from './citation-fields.ts';
import type { CitedName } from './cited-name.ts';
import type { CitedWork } from './cited-work.ts';
import { makeEntryKey } from './entry-key.ts';
import { type Composed, composeCode } from './rich-text.ts';

export function composeCslJson(work: CitedWork): Composed {
  const { names, title, site, date, url, language, isNews, accessed } = work;
  const item = {
    id: makeEntryKey(work),
    type: isNews ? 'article-newspaper' : 'webpage',
    title,
    ...(names.length === 0 ? {} : { author: names.map(writeName) }),
    ...(site === '' || site === title ? {} : { 'container-title': site }),
    ...(date === null ? {} : { issued: writeDate(date) }),
    ...(url === null ? {} : { URL: url, accessed: writeDate(accessed) }),
    ...(language === null ? {} : { language }),
  };
  return composeCode(JSON.stringify([item], null, 2));
}

function writeName({ family, given, particle, suffix }: CitedName) {
  if (given === '') return { literal: family };
  return {
    family,
    given,
    ...(particle === '' ? {} : { 'non-dropping-particle': particle }),
    ...(suffix === '' ? {} : { suffix }),
  };
}

function writeDate({ year, month, day }: DateParts) {
  return { 'date-parts': [[year, month, day].filter((part) => part !== null)] };
}
