/**
 * What is written into a plain field, as a text in which reuse is sought: in Markdown, in HTML's source, or in words alone,
 * where an address is the only link there can be.
 */
import { countBefore } from './count-before.ts';
import type { LinkAt, ReuseText } from './reuse-text.ts';
import { splitWords } from './split-words.ts';

export type Markup = 'plain' | 'markdown' | 'html';

/** A stretch that is no words, `end` exclusive; of a link, with where it leads. */
interface Mark {
  start: number;
  end: number;
  link?: { href: string; rel: string; text: string };
}

/** Characters of a field that are read. */
const LONGEST = 400_000;
const ADDRESS = /https?:\/\/[^\s<>"'`[\]{}|\\^]{1,2000}/gi;
/** At its end signs are the sentence's. */
const TAIL = /[.,;:!?*_~)»”’]+$/;
const HTML_TAG = /<(?:!--[^>]{0,2000}-->|\/?[a-z][^<>]{0,4000}>)/gi;
const ENTITY = /&#?\w{1,32};/g;
const HTML_BREAK =
  /\n\s*\n|<\/?(?:p|div|h[1-6]|li|ul|ol|blockquote|figure|table|tr|td|pre|hr|br)\b/gi;
const PLAIN_BREAK = /\n/g;
const MARKDOWN_BREAK = /\n[^\S\n]*(?=\n)|\n(?=[^\S\n]{0,3}(?:[#>]|[-*+] |\d{1,9}[.)] ))/g;
/** What follows the words of a link: its address, and its title. */
const MARKDOWN_TARGET =
  /\]\([^\S\n]*<?(https?:\/\/[^\s<>]{1,2000}?)>?(?:[^\S\n]+["'(][^\n]{0,300}?["')])?[^\S\n]*\)/gi;
const MARKDOWN_REFERENCE =
  /^[^\S\n]{0,3}\[([^\]\n]{1,200})\]:[^\S\n]*<?(https?:\/\/[^\s<>]{1,2000})>?[^\n]{0,300}$/gim;

/** @param base the page's address, against which HTML's links are meant */
export function readMarkup(value: string, markup: Markup, base?: string): ReuseText {
  const text = value.slice(0, LONGEST);
  const marks =
    markup === 'html'
      ? readHtml(text, base)
      : markup === 'markdown'
        ? readMarkdown(text)
        : readPlain(text);
  const { words, starts, ends } = splitWords(blank(text, marks));
  const breaks =
    markup === 'html' ? HTML_BREAK : markup === 'markdown' ? MARKDOWN_BREAK : PLAIN_BREAK;
  return {
    text,
    ...{ words, starts, ends },
    paragraphs: numberParagraphs(text, breaks, starts),
    isOwn: () => true,
    links: marks.flatMap(({ start, link }) =>
      link === undefined ? [] : placeLink(link, countBefore(starts, start - link.text.length)),
    ),
    nofollow: false,
  };
}

/** Of what a text is made of that shows no kind by itself: two or more things that only Markdown has. */
export function isMarkdown(value: string): boolean {
  const text = value.slice(0, LONGEST);
  const signs = [
    /\]\(https?:\/\//i,
    /^#{1,6} \S/m,
    /^> \S/m,
    /\*\*\S/,
    /^```/m,
    /^[-*] \S/m,
    /^\d{1,9}\. \S/m,
  ];
  const found = signs.filter((sign) => sign.test(text)).length;
  return found >= 2;
}

export function isHtmlSource(value: string): boolean {
  return /<\/?(?:p|a|em|strong|b|i|h[1-6]|ul|ol|li|blockquote|div|span|img|br)\b[^<>]{0,2000}>/i.test(
    value.slice(0, LONGEST),
  );
}

const placeLink = (link: Omit<LinkAt, 'at'>, at: number): LinkAt[] =>
  URL.canParse(link.href) ? [{ ...link, href: new URL(link.href).href, at }] : [];

function readPlain(text: string): Mark[] {
  return [...text.matchAll(ADDRESS)].map(({ 0: found, index }) => {
    const href = dropTail(found);
    return { start: index, end: index + href.length, link: { href, rel: '', text: '' } };
  });
}

/** What closes a bracket that the address itself has opened belongs to it. */
function dropTail(found: string): string {
  const isOpened = (found.match(/\(/g) ?? []).length >= (found.match(/\)/g) ?? []).length;
  return isOpened && found.endsWith(')') ? found : found.replace(TAIL, '');
}

function readMarkdown(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: found, 1: href = '', index } of text.matchAll(MARKDOWN_TARGET)) {
    const opening = text.lastIndexOf('[', index);
    const words = opening === -1 || index - opening > 1000 ? '' : text.slice(opening + 1, index);
    // An image shows where it is from and leads nowhere.
    const isImage = text[opening - 1] === '!';
    const mark = { start: index, end: index + found.length };
    marks.push(isImage ? mark : { ...mark, link: { href, rel: '', text: words } });
  }
  for (const { 0: found, 1: name = '', 2: href = '', index } of text.matchAll(MARKDOWN_REFERENCE)) {
    const mark = { start: index, end: index + found.length };
    const isUsed = text.toLowerCase().split(`[${name.toLowerCase()}]`).length > 2;
    marks.push(isUsed ? { ...mark, link: { href, rel: '', text: '' } } : mark);
  }
  const taken = blank(text, marks);
  return [...marks, ...readPlain(taken)].sort((one, other) => one.start - other.start);
}

function readHtml(text: string, base: string | undefined): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: tag, index } of text.matchAll(HTML_TAG)) {
    const mark = { start: index, end: index + tag.length };
    const written = /^<a\s/i.test(tag) ? readAttribute(tag, 'href') : null;
    const href = written === null ? null : dropEntities(written);
    const isLink =
      href !== null && URL.canParse(href, base) && /^https?:/.test(new URL(href, base).protocol);
    marks.push(
      isLink
        ? {
            ...mark,
            link: {
              href: new URL(href, base).href,
              rel: readAttribute(tag, 'rel')?.toLowerCase() ?? '',
              text: '',
            },
          }
        : mark,
    );
  }
  for (const { 0: entity, index } of blank(text, marks).matchAll(ENTITY)) {
    marks.push({ start: index, end: index + entity.length });
  }
  return marks.sort((one, other) => one.start - other.start);
}

function readAttribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, 'i').exec(
    tag,
  );
  return found === null ? null : (found[1] ?? found[2] ?? found[3] ?? '').trim();
}

const dropEntities = (value: string) => value.replace(/&amp;/gi, '&');

/** The same text with white space in the place of these stretches, so that all else stands where it stood. */
function blank(text: string, marks: readonly Mark[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start < at) continue;
    pieces.push(text.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** A paragraph that holds no words is none. */
function numberParagraphs(text: string, breaks: RegExp, starts: readonly number[]): number[] {
  const edges = [...text.matchAll(breaks)].map(({ index }) => index);
  let [edge, paragraph] = [0, 0];
  return starts.map((start, word) => {
    let isNew = false;
    while ((edges[edge] ?? Number.POSITIVE_INFINITY) < start) {
      edge += 1;
      isNew = true;
    }
    if (isNew && word > 0) paragraph += 1;
    return paragraph;
  });
}
