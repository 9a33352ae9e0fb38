/** MLA style, 9th edition. https://style.mla.org/ */
import { type CitedName, formatName, invertName, isPersonal } from './cited-name.ts';
import type { CitedWork } from './cited-work.ts';
import { formatDayFirst } from './month-names.ts';
import { curlQuotes, endSentence, endWithStop, nestQuotes } from './quote-marks.ts';
import { type Composed, composeRich, type RichText, slantTitle } from './rich-text.ts';
import { toTitleCase } from './title-case.ts';

export function composeMla(work: CitedWork): Composed {
  const { site, date, url } = work;
  const byline = listNames(work.names);
  // A site that is its own author is named once, as the site.
  const isOwnSite = byline.toLowerCase() === site.toLowerCase();
  const pieces: RichText = byline === '' || isOwnSite ? [] : [`${endWithStop(byline)} `];
  pieces.push(...composeTitle(work));
  const rest: RichText[] = [];
  if (hasContainer(work)) rest.push([{ italic: site }]);
  if (date !== null) rest.push([formatDayFirst(date)]);
  if (url !== null) rest.push([{ link: url }]);
  for (const [i, part] of rest.entries()) pieces.push(i === 0 ? ' ' : ', ', ...part);
  if (rest.length > 0) pieces.push('.');
  if (date === null) pieces.push(` Accessed ${formatDayFirst(work.accessed)}.`);
  return composeRich(pieces);
}

function hasContainer({ site, title }: CitedWork): boolean {
  return site !== '' && site !== title;
}

function composeTitle(work: CitedWork): RichText {
  const { title } = work;
  const cased = (text: string) => (isEnglish(work) ? toTitleCase(text) : text);
  if (hasContainer(work)) return [`“${endSentence(cased(nestQuotes(title)))}”`];
  return slantTitle(cased(curlQuotes(title)));
}

/** Only English titles are capitalised: others have rules of their own. */
export function isEnglish({ language }: CitedWork): boolean {
  return /^en\b/i.test(language ?? '');
}

function listNames(names: CitedName[]): string {
  const [first, second] = names;
  if (first === undefined) return '';
  if (second === undefined) return invertName(first);
  if (names.length > 2) return `${invertName(first)}, et al.`;
  return `${invertName(first)}${isPersonal(first) ? ',' : ''} and ${formatName(second)}`;
}
