/**
 * The letter that asks a site for permission, prepared as a mailto address (https://www.rfc-editor.org/rfc/rfc6068)
 * in the article's language. Everything in it but its own words is from a page: it can add no header and no
 * recipient, and no line that is not its own.
 */
import * as v from 'valibot';
import rows from '../locales/attribution/letters.json' with { type: 'json' };
import type { Source, Terms } from './source.ts';

export const permissionSchema = v.object({
  /** mailto: address of the prepared letter */
  letter: v.pipe(v.string(), v.startsWith('mailto:')),
  /** whom the letter goes to, or null where the page does not say */
  contact: v.nullable(v.string()),
  /** http(s) address where the site itself says how permission is got */
  page: v.nullable(v.string()),
});
/** How a person may ask for permission to reuse an article. */
export type Permission = v.InferOutput<typeof permissionSchema>;

export interface LetterWords {
  /** the subject, before the title */
  subject: string;
  greeting: string;
  /** says what is asked, before what the article is */
  ask: string;
  /** before the site's own words */
  terms: string;
  /** what the person fills in: which part, where, by when */
  part: string;
  place: string;
  date: string;
  thanks: string;
}

/** What the letter needs to know of an article. */
export type LetterSource = Pick<Source, 'url' | 'title' | 'authors' | 'published' | 'terms'>;

/** Windows hands a mail program no more than 2,048 characters, and a letter of another alphabet's takes six each. */
const LONGEST = 1_800;
const LONGEST_URL = 600;
const LONGEST_TITLE = 150;
const LONGEST_NAMES = 120;
const LONGEST_EVIDENCE = 400;
/** Less of the site's words says nothing. */
const SHORTEST_EVIDENCE = 30;
const LINE = '%0D%0A';

const WORDS: Readonly<Record<string, LetterWords>> = rows;

/** @returns whether the terms let nothing be reused without asking */
export function needsPermission(terms: Terms | null): boolean {
  const asking: (Terms['kind'] | null)[] = ['permission-required', 'no-reuse'];
  return terms !== null && (asking.includes(terms.kind) || asking.includes(terms.also ?? null));
}

/** @param language BCP 47 of the article; English words where there are none in it */
export function chooseLetterWords(language: string | null): LetterWords {
  const primary = language?.toLowerCase().split(/[-_]/)[0] ?? '';
  return (Object.hasOwn(WORDS, primary) ? WORDS[primary] : undefined) ?? rows.en;
}

/**
 * @param contact a checked address, or null for a letter without a recipient
 * @returns a mailto address of at most 1,800 characters; of what does not fit, the site's words are shortened
 *   first, then what the article is besides its address
 */
export function composePermissionLetter(
  source: LetterSource,
  contact: string | null,
  words: LetterWords,
): string {
  const title = shorten(tidy(source.title), LONGEST_TITLE);
  const evidence = shorten(tidy(source.terms?.evidence ?? ''), LONGEST_EVIDENCE);
  const compose = (ownWords: string, named: string, byline: boolean) =>
    write(source, contact, words, { evidence: ownWords, title: named, byline });
  const fits = (letter: string) => letter.length <= LONGEST;
  const whole = shortenToFit(evidence, (cut) => fits(compose(cut, title, true)));
  if (whole === evidence || whole.length >= SHORTEST_EVIDENCE) return compose(whole, title, true);
  const isBylined = fits(compose('', title, true));
  return compose(
    '',
    shortenToFit(title, (cut) => fits(compose('', cut, isBylined))),
    isBylined,
  );
}

interface Contents {
  evidence: string;
  title: string;
  byline: boolean;
}

function write(
  source: LetterSource,
  contact: string | null,
  words: LetterWords,
  { evidence, title, byline }: Contents,
): string {
  const authors = shorten(tidy(source.authors.join(', ')), LONGEST_NAMES);
  const day = /^\d{4}-\d\d-\d\d/.exec(source.published ?? '')?.[0] ?? '';
  const details = byline ? [authors, day].filter((one) => one !== '').join(', ') : '';
  const body = [
    words.greeting,
    '',
    words.ask,
    ...[title, details, writeUrl(source.url)].filter((line) => line !== ''),
    '',
    ...(evidence === '' ? [] : [`${words.terms} “${evidence}”`, '']),
    `${words.part} `,
    `${words.place} `,
    `${words.date} `,
    '',
    words.thanks,
  ];
  const subject = title === '' ? words.subject : `${words.subject}: ${title}`;
  return `mailto:${writeRecipient(contact)}?subject=${encode(subject)}&body=${body.map(encode).join(LINE)}`;
}

function writeRecipient(contact: string | null): string {
  if (contact === null || !/^[\w.+-]{1,80}@[\w.-]{1,200}$/.test(contact)) return '';
  return contact.split('@').map(encodeURIComponent).join('@');
}

/** One that is too long is left out: cut, it would lead elsewhere. */
function writeUrl(url: string): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return '';
  const { href, origin, pathname } = new URL(url);
  return [href, origin + pathname, `${origin}/`].find((one) => one.length <= LONGEST_URL) ?? '';
}

/** Percent-encoded whole: what a mailto would read as its own is text here. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*!~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What ends lines, turns the reading direction round or is no character at all. */
const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function tidy(text: string): string {
  return text.slice(0, 2_000).replace(UNFIT, ' ').replace(/\s+/g, ' ').trim();
}

/** At a word's end where there is one near. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, Math.max(0, longest - 1)).replace(/[\ud800-\udbff]$/, '');
  const atWord = cut.replace(/\s\S*$/, '');
  return `${atWord.length > longest / 2 ? atWord : cut}…`;
}

/** The longest start of a text that fits; '' where none does. */
function shortenToFit(text: string, fits: (cut: string) => boolean): string {
  if (fits(text)) return text;
  for (let longest = text.length - 1; longest > 1; longest -= Math.ceil(longest / 20)) {
    const cut = shorten(text, longest);
    if (fits(cut)) return cut;
  }
  return '';
}
