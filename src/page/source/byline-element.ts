/**
 * The byline that a reader sees, where the metadata names nobody: first what is marked as the author around the
 * headline, then links to people's pages and words such as "By", then what the page marks as its author anywhere.
 */
import { cleanAuthors, looksLikeName } from '../../model/byline.ts';
import type { Statement } from '../../model/source.ts';
import type { Metadata } from '../metadata.ts';
import { state } from './statements.ts';
import { readMarks, readSurroundings, type Spot, type Surroundings } from './surroundings.ts';

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
const PERSON_PAGE =
  /\/(?:authors?|autor(?:en|es|i)?|auteurs?|autore|yazar(?:lar)?|staff|people|person|personen|profiles?|profil|contributors?|writers?|reporters?|journalists?|columnists?|redaktion|redakteure?|team|by|creator|users?|journaliste|periodistas?|opinionists?|author-bio|avtor|journalist|skribent|firma|bio)\/[^/?#]{2,}/i;
const LABEL =
  /^(?:(?:(?:written|reported|posted|words|text|story) )?by|von|text:|autor(?:in|en|es|a)?:|par|por|di|door|av|af|przez|yazan:?|автор(?:ы|и)?:?|текст:|муаллиф:?|автору:?|oleh|penulis:?)[\s:]|^(?:文|撰文|作者|記者|著者|執筆)[\s:：・／/]/iu;
const LONGEST_BYLINE = 300;
const MOST_TEXTS = 24;
const ANYWHERE =
  '[itemprop~="author"], [rel~="author"], .byline, .author, .authors, .author-name, .article-author, .post-author, .byline__name';
const MOST_ANYWHERE = 12;
const ELSEWHERE =
  'nav, aside, footer:not(article footer), [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="sidebar" i], [class*="teaser" i], [class*="recommend" i], li article, [class*="popular" i]';

export function findByline(document: Document, metadata: Metadata): Byline | null {
  const around = readSurroundings(document, metadata);
  return (
    readSpots(around, ({ marks }) => ITEM.test(marks)) ??
    readSpots(around, ({ marks }) => CLASS.test(marks) && !NO_BYLINE.test(marks)) ??
    readSpots(around, ({ element }) => isPersonLink(element)) ??
    readLabelled(around) ??
    readAnywhere(document)
  );
}

/** The first element of a kind that holds a name, and its siblings of the same kind. */
function readSpots({ spots }: Surroundings, isOne: (spot: Spot) => boolean): Byline | null {
  let first: Element | null = null;
  const statements: Statement[] = [];
  const names: string[] = [];
  for (const spot of spots) {
    if (!isOne(spot) || (first !== null && !isKin(first, spot.element))) continue;
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
  const named = element.querySelector('[itemprop~="name"]');
  if (named !== null && element.matches('[itemprop]')) {
    const own = named.getAttribute('content') ?? named.textContent ?? '';
    const names = cleanAuthors([own.slice(0, LONGEST_BYLINE)]).filter(looksLikeName);
    if (names.length > 0) return names;
  }
  const links = [...element.querySelectorAll('a')].slice(0, 12).filter(isPersonLink);
  const linked = links.flatMap((link) => namesOf(link.textContent ?? ''));
  return linked.length > 0 ? linked : readTexts(element);
}

/** The first texts that hold names; further ones only behind a comma or an "and". */
function readTexts(element: Element): string[] {
  const texts: string[] = [];
  collectTexts(element, texts);
  if (texts.join(' ').length > LONGEST_BYLINE && texts.length < 3) return [];
  const names: string[] = [];
  let open = true;
  for (const text of texts) {
    if (names.length > 0 && !open && !/^(?:,|;|and\b|und\b|et\b|y\b|&|и\s|та\s)/i.test(text)) break;
    const read = text.length > LONGEST_BYLINE / 2 ? [] : namesOf(text);
    names.push(...read);
    open = /(?:,|;|\band|\bund|\bet|\by|&|\sи|\sта)$/i.test(text);
  }
  return names;
}

function collectTexts(element: Element, texts: string[]): void {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (texts.length >= MOST_TEXTS) return;
    if (child.nodeType === 3) {
      const text = (child.nodeValue ?? '').slice(0, 1000).replace(/\s+/g, ' ').trim();
      if (text !== '') texts.push(text);
    } else if (child.nodeType === 1 && isRead(child as Element)) {
      collectTexts(child as Element, texts);
    }
  }
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
    const whole = LABEL.test(`${text} `) ? `${text} ` : '';
    if (whole === '') continue;
    const rest = whole.replace(LABEL, '').trim();
    const names = namesOf(rest === '' ? (texts[i + 1]?.text ?? '') : text);
    if (names.length > 0) return { names, statements: state('byline', text) };
  }
  return null;
}

function readAnywhere(document: Document): Byline | null {
  const found = document.querySelectorAll(ANYWHERE);
  for (let i = 0; i < found.length && i < MOST_ANYWHERE; i += 1) {
    const element = found[i];
    if (element === undefined || NO_BYLINE.test(readMarks(element))) continue;
    if (element.closest(ELSEWHERE) !== null) continue;
    const names = readElement(element);
    if (names.length > 0) return { names, statements: state('byline', names.join(', ')) };
  }
  return null;
}
