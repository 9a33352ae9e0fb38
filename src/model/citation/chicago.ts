/** The Chicago Manual of Style, 18th edition, notes and bibliography: an entry of the bibliography. */
import { type CitedName, formatName, invertName, isPersonal } from './cited-name.ts';
import type { CitedWork } from './cited-work.ts';
import { isEnglish } from './mla.ts';
import { formatAmericanDate } from './month-names.ts';
import { curlQuotes, endSentence, endWithStop, nestQuotes } from './quote-marks.ts';
import { type Composed, composeRich, type RichText, slantTitle } from './rich-text.ts';
import { toTitleCase } from './title-case.ts';

/** From seven names on the first three are named. */
const MOST_NAMES = 6;
const FEW_NAMES = 3;

export function composeChicago(work: CitedWork): Composed {
  const { names, date, url, isNews } = work;
  const site = work.site === work.title ? '' : work.site;
  const named: RichText = isNews ? [{ italic: site }] : [site];
  const byline = listNames(names);
  const pieces: RichText = [];
  // Without an author the site comes first.
  if (byline !== '') pieces.push(`${endWithStop(byline)} `);
  else if (site !== '') pieces.push(...named, /[.?!…]$/.test(site) ? ' ' : '. ');
  pieces.push(...composeTitle(work, site));
  const publication: RichText = byline !== '' && site !== '' ? [' ', ...named] : [];
  const when = date === null ? (isNews ? 'n.d.' : '') : formatAmericanDate(date);
  if (when !== '') publication.push(publication.length > 0 ? ', ' : ' ', when);
  if (publication.length > 0) {
    pieces.push(...publication, endsWithStop(publication) ? '' : '.');
  }
  if (date === null) pieces.push(` Accessed ${formatAmericanDate(work.accessed)}.`);
  if (url !== null) pieces.push(' ', { link: url }, '.');
  return composeRich(pieces);
}

function endsWithStop(pieces: RichText): boolean {
  return /[.?!…]$/.test(composeRich(pieces).plain);
}

function composeTitle(work: CitedWork, site: string): RichText {
  const cased = (text: string) => (isEnglish(work) ? toTitleCase(text) : text);
  if (!work.isNews || site !== '') return [`“${endSentence(cased(nestQuotes(work.title)))}”`];
  return slantTitle(cased(curlQuotes(work.title)));
}

function listNames(names: CitedName[]): string {
  const [first, ...others] = names;
  if (first === undefined) return '';
  const shown = [invertForBibliography(first), ...others.map(formatName)];
  const last = shown.at(-1) ?? '';
  if (shown.length === 1) return last;
  if (shown.length > MOST_NAMES) return `${shown.slice(0, FEW_NAMES).join(', ')}, et al.`;
  const comma = shown.length > 2 || isPersonal(first) ? ',' : '';
  return `${shown.slice(0, -1).join(', ')}${comma} and ${last}`;
}

/** "Berg, Jan van der": the particle goes with the given name. */
function invertForBibliography(name: CitedName): string {
  if (name.particle === '' || name.given === '') return invertName(name);
  return invertName({ ...name, particle: '', given: `${name.given} ${name.particle}` });
}
