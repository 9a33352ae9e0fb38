/**
 * GOST R 7.0.100-2018: an article of a site, as a component of it. Sources in a Cyrillic script get the words of the
 * standard, all others their English ones.
 */
import { type CitedName, formatName, toInitials } from './cited-name.ts';
import type { CitedWork } from './cited-work.ts';
import { formatDayAndMonth, formatDots } from './month-names.ts';
import { type Composed, composeRich, type RichText } from './rich-text.ts';

/** Up to three names the first heads the entry; of more than four the first three are named. */
const MOST_BY_HEADING = 3;
const MOST_NAMES = 4;

const RUSSIAN = {
  medium: 'Текст : электронный',
  site: 'сайт',
  accessed: 'дата обращения',
  others: 'и др.',
};
const ENGLISH = {
  medium: 'Text : electronic',
  site: 'website',
  accessed: 'date of access',
  others: 'et al.',
};

export function composeGost(work: CitedWork): Composed {
  const { names, date, url, title } = work;
  const isRussian = /\p{Script=Cyrillic}/u.test(title);
  const words = isRussian ? RUSSIAN : ENGLISH;
  const site = work.site === title ? '' : work.site;
  const people = names.filter(({ family }) => family.toLowerCase() !== site.toLowerCase());
  const [first] = people;
  const heading =
    first !== undefined && first.given !== '' && people.length <= MOST_BY_HEADING
      ? `${endHeading(headName(first))} `
      : '';
  const byline = people.length === 0 ? '' : ` / ${listNames(people, words.others)}`;
  const areas = [`${heading}${dropStop(title)}${byline}`];
  areas.push(site === '' ? words.medium : `${words.medium} // ${site} : [${words.site}]`);
  if (date !== null) {
    areas.push(String(date.year));
    const day = formatDayAndMonth(date, isRussian);
    if (day !== '') areas.push(day);
  }
  const pieces: RichText = [areas.map(endArea).join(' – ')];
  if (url !== null) {
    const accessed = `(${words.accessed}: ${formatDots(work.accessed)})`;
    pieces.push(' – URL: ', { link: url }, ` ${accessed}.`);
  }
  return composeRich(pieces);
}

/** An area ends with a full stop, unless it ends with one of its own. */
function endArea(text: string): string {
  return /[.…]$/.test(text) ? text : `${text}.`;
}

function endHeading(name: string): string {
  return name.endsWith('.') ? name : `${name}.`;
}

function dropStop(title: string): string {
  return title.replace(/(?<![.])\.$/, '');
}

/** "Иванов, И. И." */
function headName({ family, particle, given, suffix, isEastern }: CitedName): string {
  const full = [particle, family].filter((part) => part !== '').join(' ');
  const initials = isEastern ? given : toInitials(given);
  return [full, initials, suffix].filter((part) => part !== '').join(', ');
}

/** "И. И. Иванов, П. П. Петров" */
function listNames(names: CitedName[], others: string): string {
  const shown = names.map((name) =>
    name.isEastern ? formatName(name) : formatName({ ...name, given: toInitials(name.given) }),
  );
  if (shown.length <= MOST_NAMES) return shown.join(', ');
  return `${shown.slice(0, MOST_BY_HEADING).join(', ')} [${others}]`;
}
