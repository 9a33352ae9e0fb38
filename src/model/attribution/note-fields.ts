/** What each field of a template holds for a source, as segments; none where it is empty. */
import type { Source } from '../source.ts';
import { cleanField, cleanTitle, runsAgainst } from './clean-field.ts';
import { type CommonsLicense, readCommonsLicense } from './commons-license.ts';
import { findHome, type Home, isWebAddress } from './find-home.ts';
import { formatNoteDay } from './note-day.ts';
import type { NoteOptions } from './note-options.ts';
import type { NoteSegment } from './note-segment.ts';
import { isRightToLeft } from './note-words.ts';
import type { TemplateField } from './template.ts';

export type Flavour = 'html' | 'plain';
export type NoteFields = Record<TemplateField, NoteSegment[]> & {
  /** the link beside the article's own, where one is asked for */
  home: NoteSegment[];
};

export function readNoteFields(
  source: Source,
  options: NoteOptions,
  flavour: Flavour,
  comma: string,
): NoteFields {
  const { words, locale } = options;
  const isRtl = isRightToLeft(locale);
  const license = readCommonsLicense(source);
  const home = findHome(source);
  const isHtml = flavour === 'html';

  const say = (text: string, href: string | null = null): NoteSegment[] =>
    text === '' ? [] : [{ text, href, isolated: runsAgainst(text, isRtl) }];
  const link = (text: string, href: string | null): NoteSegment[] => {
    if (href === null || !isWebAddress(href)) return say(text);
    if (isHtml) return say(text, href);
    // Signs around an address would become part of it where it is read as one.
    const address = { text: href, href: null, isolated: false };
    return text === '' ? [address] : [...say(text), fill(' ('), address, fill(')')];
  };

  const title = cleanTitle(source.title);
  const authors = listNames(source.authors);
  const publisher = choosePublisher(source.publisher, authors, title);
  const url = options.url.replace(/[\s\p{Cc}]+/gu, '').toWellFormed();
  const isNonCommercial = source.terms?.nonCommercial === true || license?.nonCommercial === true;
  return {
    source: say(words.source),
    title: isHtml ? link(title || url, url) : say(title),
    authors: authors.flatMap((name, at) => (at === 0 ? say(name) : [fill(comma), ...say(name)])),
    publisher: writePublisher(publisher, home),
    date: say(formatNoteDay(source.published, locale)),
    url: isHtml
      ? link(hidePassage(url), url)
      : url === ''
        ? []
        : [{ text: url, href: null, isolated: false }],
    warning: isNonCommercial ? say(words.nonCommercial) : [],
    licensed: license === null ? [] : say(words.license),
    license: writeLicense(license),
    excerpt: options.isExcerpt ? say(words.excerpt) : [],
    home: home === null ? [] : link(isHtml ? home.host : '', home.url),
  };

  function writePublisher(name: string, home: Home | null): NoteSegment[] {
    if (home === null) return say(name);
    if (name === '') return link(isHtml ? home.host : '', home.url);
    // Another site than the article's is called by its own name.
    if (home.isOwn || !isHtml) return link(name, home.url);
    return [...say(name), fill(' ('), ...link(home.host, home.url), fill(')')];
  }

  function writeLicense(license: CommonsLicense | null): NoteSegment[] {
    return license === null ? [] : link(license.name, license.url);
  }
}

const fill = (text: string): NoteSegment => ({ text, href: null, isolated: false });

/** For eyes and paper: the passage's own part of an address says nothing there. */
const hidePassage = (url: string) => url.replace(/#?:~:.*$/, '');

const fold = (name: string) => name.normalize('NFKC').toLowerCase();

function listNames(names: readonly string[]): string[] {
  const listed = new Map<string, string>();
  for (const name of names.map(cleanField)) {
    if (name !== '' && !listed.has(fold(name))) listed.set(fold(name), name);
  }
  return [...listed.values()];
}

/** '' for one who is named already: as an author, or before or behind the title ("Rain – The News"). */
function choosePublisher(given: string | null, authors: readonly string[], title: string): string {
  const publisher = cleanField(given ?? '');
  const folded = fold(publisher);
  if (publisher === '' || authors.some((author) => fold(author) === folded)) return '';
  const parts = title.split(/ [-–—|·•:/] |[:|] /).map(fold);
  return parts[0] === folded || parts.at(-1) === folded ? '' : publisher;
}
