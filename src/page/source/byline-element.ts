/**
 * The byline that a reader sees, where the metadata names nobody: first what is marked as the author around the
 * headline, then links to people's pages and words such as "By", then what the page marks as its author anywhere.
 */
import { cleanAuthors, looksLikeName } from '../../model/byline.ts';
import { startsCapital, startsSmall } from '../../model/letters.ts';
import { parseDate } from '../../model/parse-date.ts';
import type { Statement } from '../../model/source.ts';
import type { Metadata } from '../metadata.ts';
import { findMarkedElements, type Marks } from './marked-elements.ts';
import { state } from './statements.ts';
import {
  readBefore,
  readMarks,
  readStart,
  readSurroundings,
  type Spot,
  type Surroundings,
} from './surroundings.ts';

export interface Byline {
  names: string[];
  statements: Statement[];
}

const ITEM = /itemprop=[^=]*\bauthor|rel=[^=]*\bauthor|property=[^=]*\bauthor/;
const CLASS =
  /(?:^|[^a-z])(?:by-?line|by_line|authors?|autor(?:en|es)?|auteurs?|autore|writers?|written-?by|contributors?|reporters?|creator|journalist|redakteur|verfasser|skribent|forfatter|kirjoittaja|yazar|posted-?by|post-?author|article-?author|author-?name|credits?-author)(?:$|[^a-z])|byline|author(?:name|link|s?$|s?[ _-])|writer-?name/;
/** Marks of an author's company: portraits, biographies, other articles. */
const NO_BYLINE =
  /bio\b|-bio|avatar|image|img|photo|picture|social|share|follow|teaser|card-list|date|time|publish|comment|icon|title(?!.*name)|role|position|description|edit(?:or|ed)|review|translat|illustrat|fact-?check/;
/** The same in names that run together. */
const ROUGH = /author|autor(?!i[sz])|auteur|byline|writer/;
const NAME_MARK = /author[_-]*name|byline/;
const PERSON_PAGE =
  /\/(?:authors?|autor(?:en|es|i)?|auteurs?|autore|yazar(?:lar)?|staff|people|person|personen|profiles?|profil|contributors?|writers?|reporters?|journalists?|columnists?|redaktion|redakteure?|team|by|creator|users?|u|journaliste|periodistas?|opinionists?|author-bio|avtor|journalist|skribent|firma|bio)\/[^/?#]{2,}/i;
const LABEL =
  /^(?:(?:(?:written|reported|posted|words|text|story) )?by|von|text:|autor(?:in|en|es|a)?:|par|por|di|door|av|af|przez|yazan:?|автор(?:ы|и)?:?|текст:|муаллиф:?|автору:?|oleh|penulis:?)[\s:]|^(?:文|撰文|作者|記者|著者|執筆)[\s:：・／/]/i;
const HELPER =
  /^(?:(?:medical|clinical|expert|technical)(?:ly)? )?(?:review|edit(?!or)|fact|translat|photo|illustrat|approved|verified|geprüft|übersetz|traduit|traduc|foto|фото|перевод)/i;
const LONGEST_BYLINE = 300;
/** A box with more text than this holds more than a byline. */
const LONGEST_BOX = 700;
const MOST_LINKS = 12;
const MOST_LEVELS = 15;
const JOINED = /^(?:,|;|and\b|und\b|et\b|y\b|&|и\s|та\s)/i;
const OPEN = /(?:,|;|\band|\bund|\bet|\by|&|\sи|\sта)$/i;
const MOST_TEXTS = 24;
const ANYWHERE: Marks = {
  selectors: ['[itemprop~="author"]', '[rel~="author"]'],
  classes: [
    'author',
    'byline',
    'author-name',
    'author__name',
    'author_name',
    'entry-author',
    'post-author',
    'article-author',
    'author-box',
    'authors',
  ],
};
/** Dear on a large page, and so the last. */
const ROUGHLY: Marks = {
  selectors: ['[class*="author"]', '[class*="byline"]', '[class*="autor"]', 'a[href*="/author/"]'],
};
const LARGE = 3_000;
const MOST_ANYWHERE = 30;
const ELSEWHERE = /comment|related|sidebar|teaser|recommend|popular|(?:^|\s)(?:card|widget)/i;

/** @param near whether to look around the headline alone */
export function findByline(document: Document, metadata: Metadata, near: boolean): Byline | null {
  const around = readSurroundings(document, metadata);
  return (
    readSpots(around, ({ marks }) => ITEM.test(marks)) ??
    readSpots(around, ({ element, marks }) => isByline(marks, CLASS) || isPersonLink(element)) ??
    readLabelled(around) ??
    readSpots(around, ({ marks }) => isByline(marks, ROUGH)) ??
    (near ? null : (readDated(around) ?? readAnywhere(document)))
  );
}

function isByline(marks: string, kind: RegExp): boolean {
  return kind.test(marks) && (NAME_MARK.test(marks) || !NO_BYLINE.test(marks));
}

/** The first element of a kind that holds a name, and its siblings of the same kind. */
function readSpots({ spots }: Surroundings, isOne: (spot: Spot) => boolean): Byline | null {
  let first: Element | null = null;
  const statements: Statement[] = [];
  const names: string[] = [];
  for (const spot of spots) {
    if (!isOne(spot) || (first !== null && !isKin(first, spot.element))) continue;
    if (isHelper(spot.element)) continue;
    const read = readElement(spot.element);
    if (read.length === 0) continue;
    first ??= spot.element;
    names.push(...read);
    statements.push(...state('byline', read.join(', ')));
  }
  return names.length === 0 ? null : { names: cleanTwice(names), statements };
}

/** Elements of one list: of one parent or grandparent, and of the same class. */
function isKin(first: Element, other: Element): boolean {
  const list = first.parentElement?.parentElement;
  return (
    !first.contains(other) &&
    list?.contains(other) === true &&
    other.localName === first.localName &&
    other.className === first.className
  );
}

/** Whether the words before it say that someone edited, checked or translated. */
function isHelper(element: Element): boolean {
  const before = readBefore(element);
  const parent = element.parentElement;
  return [
    before === '' && parent !== null ? readStart(parent, 40) : before,
    readStart(element, 40),
  ].some((text) => HELPER.test(text));
}

/** "Ann Writer" is once enough. */
function cleanTwice(names: string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The names in a byline's element: those of its links to people, else the first of its texts that is one. */
function readElement(element: Element): string[] {
  const content = element.getAttribute('content');
  if (content !== null) return cleanAuthors([content]);
  if (readStart(element, LONGEST_BOX).length >= LONGEST_BOX) return [];
  const named = element.querySelector('[itemprop~="name"]');
  if (named !== null && element.matches('[itemprop]')) {
    const own = named.getAttribute('content') ?? readStart(named, LONGEST_BYLINE);
    const names = cleanAuthors([own]);
    if (names.length > 0) return names;
  }
  const links = element.localName === 'a' ? [element] : [...element.getElementsByTagName('a')];
  const linked = links
    .slice(0, MOST_LINKS)
    .filter(isPersonLink)
    .flatMap((link) => namesOf(readStart(link, LONGEST_BYLINE)));
  return linked.length > 0 ? linked : readTexts(element);
}

interface Text {
  text: string;
  parent: Element;
}

/** The first texts that hold names; further ones only behind a comma or an "and", or in elements of the same kind. */
function readTexts(element: Element): string[] {
  const texts: Text[] = [];
  collectTexts(element, texts);
  return gatherNames(texts, 0);
}

function gatherNames(texts: Text[], start: number): string[] {
  const names: string[] = [];
  let open = false;
  let first: Element | null = null;
  for (let i = start; i < texts.length && i < start + MOST_TEXTS; i += 1) {
    const { text, parent } = texts[i] ?? { text: '', parent: null };
    const kin = first !== null && parent !== first && isAlike(first, parent);
    if (names.length > 0 && !open && !kin && !JOINED.test(text)) break;
    if (HELPER.test(text)) break;
    const read = text.length > LONGEST_BYLINE / 2 ? [] : namesOf(text);
    names.push(...(kin && !open ? read.filter((name) => name.includes(' ')) : read));
    if (read.length > 0) first ??= parent;
    open = OPEN.test(text);
  }
  return names;
}

function isAlike(one: Element, other: Element | null): boolean {
  return (
    other !== null &&
    other.localName === one.localName &&
    other.className === one.className &&
    (one.className !== '' || one.localName === 'a' || one.localName === 'li')
  );
}

function collectTexts(element: Element, texts: Text[], depth = 0): void {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (texts.length >= MOST_TEXTS) return;
    if (child.nodeType === 3) {
      const text = (child.nodeValue ?? '').slice(0, 1000).replace(/\s+/g, ' ').trim();
      if (text !== '') texts.push({ text, parent: element });
    } else if (depth < MOST_LEVELS && isElement(child) && isRead(child))
      collectTexts(child, texts, depth + 1);
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isRead(element: Element): boolean {
  return !/^(?:script|style|svg|time|button|template|noscript)$/i.test(element.localName);
}

function namesOf(text: string): string[] {
  return cleanAuthors([text.slice(0, LONGEST_BYLINE)]).filter(looksLikeName);
}

function isPersonLink(element: Element): boolean {
  const href = element.localName === 'a' ? element.getAttribute('href') : null;
  return (
    (href !== null && PERSON_PAGE.test(href.slice(0, 300))) ||
    /\bauthor\b/i.test(element.getAttribute('rel') ?? '')
  );
}

/** "By Ann Writer" in a short text of its own, or in one text and the next. */
function readLabelled({ texts }: Surroundings): Byline | null {
  for (const [i, { text }] of texts.entries()) {
    if (!LABEL.test(`${text} `)) continue;
    const rest = `${text} `.replace(LABEL, '').trim();
    const names = rest === '' ? gatherNames(texts, i + 1) : namesOf(text);
    // "By the way" is no byline.
    const sure = names.filter((name) => !startsSmall(name) || /\s/.test(name) || name === rest);
    if (sure.length > 0) return { names: sure, statements: state('byline', `${text} ${names}`) };
  }
  return null;
}

/** Whether it stands in comments, lists of other articles or the frame of the site. */
function isElsewhere(element: Element): boolean {
  let at: Element | null = element;
  for (let i = 0; i < MOST_LEVELS && at !== null && at.localName !== 'body'; i += 1) {
    if (/^(?:nav|aside)$/.test(at.localName)) return true;
    if (ELSEWHERE.test(`${at.getAttribute('class') ?? ''} ${at.id}`)) return true;
    at = at.parentElement;
  }
  return false;
}

/** Two or three words, the first and the last with a capital. */
function isFullName(name: string): boolean {
  const words = name.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return (
    (words.length === 2 || words.length === 3) &&
    Math.min(first.length, last.length) > 1 &&
    startsCapital(first) &&
    startsCapital(last)
  );
}

/** A full name and a date in one text. */
function readDated({ texts }: Surroundings): Byline | null {
  for (const { text } of texts) {
    if (text.length > 80 || !/\d{4}/.test(text) || parseDate(text, { order: 'dmy' }) === null)
      continue;
    const names = namesOf(text).filter((name) => isFullName(name));
    if (names.length > 0) return { names, statements: state('byline', text) };
  }
  return null;
}

function readAnywhere(document: Document): Byline | null {
  const marked = readSelected(document, ANYWHERE);
  const large = document.getElementsByTagName('*').length > LARGE;
  return marked ?? (large ? null : readSelected(document, ROUGHLY));
}

function readSelected(document: Document, marked: Marks): Byline | null {
  for (const element of findMarkedElements(document, marked, MOST_ANYWHERE)) {
    const marks = readMarks(element);
    if (NO_BYLINE.test(marks) && !NAME_MARK.test(marks)) continue;
    if (isElsewhere(element) || isHelper(element)) continue;
    const names = readElement(element);
    if (names.length > 0) return { names, statements: state('byline', names.join(', ')) };
  }
  return null;
}
