/** A citation in no particular style, for mails and notes: nothing in it is in a language of its own. */
import { formatIsoDate } from './citation-fields.ts';
import { formatName } from './cited-name.ts';
import type { CitedWork } from './cited-work.ts';
import { endSentence, endWithStop } from './quote-marks.ts';
import { type Composed, composeCode } from './rich-text.ts';

/** `Ada Lovelace. The harbour wall is raised. The Bay Post, 2026-03-01. https://…` */
export function composePlain(work: CitedWork): Composed {
  const { names, title, url } = work;
  const byline = names.map(formatName).join(', ');
  const details = listDetails(work).join(', ');
  const parts = [
    byline === '' ? '' : endWithStop(byline),
    endSentence(title),
    details === '' ? '' : endWithStop(details),
    url ?? '',
  ];
  return composeCode(parts.filter((part) => part !== '').join(' '));
}

/** The site, where no author has its name, and the day, as far as they are known. */
export function listDetails({ names, site, title, date }: CitedWork): string[] {
  const isNamed = [title, ...names.map(formatName)].includes(site);
  return [isNamed ? '' : site, date === null ? '' : formatIsoDate(date)].filter(
    (part) => part !== '',
  );
}
