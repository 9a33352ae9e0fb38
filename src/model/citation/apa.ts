/** APA style, 7th edition: a web page, or an article of a newspaper's site. https://apastyle.apa.org/ */
import { type CitedName, formatName, isPersonal, toInitials } from './cited-name.ts';
import type { CitedWork } from './cited-work.ts';
import { formatAmericanDate, formatYearFirst } from './month-names.ts';
import { curlQuotes, endSentence, endWithStop } from './quote-marks.ts';
import { type Composed, composeRich, type RichText, slantTitle } from './rich-text.ts';

/** From 21 names on the first 19 and the last are named. */
const MOST_NAMES = 20;

export function composeApa(work: CitedWork): Composed {
  const { names, site, date, url } = work;
  const when = `(${date === null ? 'n.d.' : formatYearFirst(date)}).`;
  const byline = listNames(names);
  const isOwnSite = byline.toLowerCase() === site.toLowerCase();
  const title = composeTitle(work);
  const pieces: RichText =
    byline === '' ? [...title, ` ${when}`] : [`${endWithStop(byline)} ${when} `, ...title];
  if (site !== '' && site !== work.title && !isOwnSite) {
    // The site of a newspaper is the larger whole, and it is that which is slanted.
    if (work.isNews) pieces.push(' ', { italic: site }, /[.?!…]$/.test(site) ? '' : '.');
    else pieces.push(` ${endWithStop(site)}`);
  }
  if (url !== null) {
    const retrieved = date === null ? `Retrieved ${formatAmericanDate(work.accessed)}, from ` : '';
    pieces.push(` ${retrieved}`, { link: url });
  }
  return composeRich(pieces);
}

function composeTitle({ title, isNews, site }: CitedWork): RichText {
  const own = curlQuotes(title);
  return isNews && site !== '' ? [endSentence(own)] : slantTitle(own);
}

function listNames(names: CitedName[]): string {
  const [first] = names;
  const shown = names.map(shortenName);
  const last = shown.at(-1) ?? '';
  if (shown.length <= 1) return last;
  if (shown.length > MOST_NAMES) return `${shown.slice(0, MOST_NAMES - 1).join(', ')}, … ${last}`;
  const before = shown.slice(0, -1);
  const comma = before.length > 1 || (first !== undefined && isPersonal(first)) ? ',' : '';
  return `${before.join(', ')}${comma} & ${last}`;
}

/** "Lovelace, A." */
function shortenName(name: CitedName): string {
  const { family, given, particle, suffix, isEastern } = name;
  if (isEastern || given === '') return formatName(name);
  const full = particle === '' ? family : `${particle} ${family}`;
  return [full, toInitials(given), suffix].filter((part) => part !== '').join(', ');
}
