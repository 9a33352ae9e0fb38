/**
 * A citation as a BibTeX entry: `@online`, which biblatex knows and BibTeX takes for `@misc`; `date` is for the one,
 * `year` and `month` for the other. https://ctan.org/pkg/biblatex
 */
import { formatIsoDate } from './citation-fields.ts';
import type { CitedName } from './cited-name.ts';
import type { CitedWork } from './cited-work.ts';
import { makeEntryKey } from './entry-key.ts';
import { type Composed, composeCode } from './rich-text.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** What babel calls the languages, https://ctan.org/pkg/babel. */
const LANGUAGES: Record<string, string> = {
  ar: 'arabic',
  be: 'belarusian',
  bg: 'bulgarian',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  kk: 'kazakh',
  nl: 'dutch',
  pl: 'polish',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
  uk: 'ukrainian',
};

export function composeBibtex(work: CitedWork): Composed {
  const { names, title, site, date, url, language, accessed } = work;
  const base = language?.toLowerCase().split('-')[0] ?? '';
  const month = date === null || date.month === null ? undefined : MONTHS[date.month - 1];
  const values: [name: string, value: string][] = [
    ['author', names.map(formatAuthor).join(' and ')],
    // Braces within keep the capitals that styles would take away.
    ['title', `{${escapeLatex(title)}}`],
    ['organization', site === title ? '' : protectList(site)],
    ['date', date === null ? '' : formatIsoDate(date)],
    ['year', date === null ? '' : String(date.year)],
    ['url', url === null ? '' : escapeUrl(url)],
    ['urldate', url === null ? '' : formatIsoDate(accessed)],
    ['langid', Object.hasOwn(LANGUAGES, base) ? (LANGUAGES[base] ?? '') : ''],
  ];
  const lines = values
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name} = {${value}},`);
  if (month !== undefined) lines.push(`  month = ${month},`);
  return composeCode([`@online{${makeEntryKey(work)},`, ...lines, '}'].join('\n'));
}

/** "van der Berg, Jan"; a whole name stands in braces, so that nobody splits it. */
function formatAuthor({ family, given, particle, suffix }: CitedName): string {
  if (given === '') return `{${escapeLatex(family)}}`;
  return [particle === '' ? family : `${particle} ${family}`, suffix, given]
    .filter((part) => part !== '')
    .map(protectPart)
    .join(', ');
}

/** The word between two of a list: "The Press and Journal" is one. */
const AND = /(?:^|\s)and(?:\s|$)/i;

function protectList(text: string): string {
  return AND.test(text) ? `{${escapeLatex(text)}}` : escapeLatex(text);
}

/** A hyphen joins two words: at the end of one it is none of a name's. */
const WORD = /^\p{L}(?:[\p{L}\p{M}.'’-]*[\p{L}\p{M}.'’])?$/u;

/** A part of a name is kept whole where it holds the word between names, or anything that no name is made of. */
function protectPart(part: string): string {
  const isPlain = part.split(' ').every((word) => WORD.test(word)) && !AND.test(part);
  return isPlain ? part.replace(LIGATURE, '$1{}') : `{${escapeLatex(part)}}`;
}

/** Two of these are set as another sign. */
const LIGATURE = /([-'])(?=\1)/g;

const SIGNS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  // Their short forms would upset who counts braces.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
};

/** Text as LaTeX sets it: its special signs as commands, and no ligatures that make other signs of pairs. */
function escapeLatex(text: string): string {
  return text
    .replace(/[\\{}^~<>|"`]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/[%&#_$]/g, '\\$&')
    .replace(LIGATURE, '$1{}');
}

function escapeUrl(url: string): string {
  return url.replace(/[{}\\^`|]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
