/** The dates that a reader sees around the headline, where the metadata gives none. */
import { type DateHints, parseDate } from '../../model/parse-date.ts';
import type { Statement } from '../../model/source.ts';
import type { Metadata } from '../metadata.ts';
import { findMarkedElements, type Marks } from './marked-elements.ts';
import { state } from './statements.ts';
import {
  readBefore,
  readMarks,
  readStart,
  readSurroundings,
  type Surroundings,
} from './surroundings.ts';

export type DateKind = 'published' | 'modified';

/** Labels of a change, as words before a date or in the names of classes. */
const CHANGED =
  /updat|modif|edited|revis|correct|aktuali|geändert|bearbeitet|stand:|mis à jour|actualiz|atualiz|aggiorn|обновл|измен|оновл|жаңарт|янгилан|yangilan|güncel|bijgewerkt|uppdater|oppdater|opdater|päivitet|změněn|módos|frissít|última (?:mod|act)|更新|수정|تحديث|به‌روز|עודכן/i;
/** Words of things that have a date of their own. */
const OTHER = /event|comment|expire|copyright|deadline|archive|birth|©|\(c\)/i;
const DATED = /date|time|publi|posted|datum|fecha|stamp|day|entry-meta|post-?meta|byline|published/;
const YEAR = /\d{4}|\d[./-]\d\d?[./-]\d\d|[٠-٩۰-۹०-९]{2}/;
const LONGEST_DATED = 120;
/** A date in a longer text is what the text is about. */
const LONGEST_WRITTEN = 60;
const MOST_TIMES = 8;

/** @returns the dates of a kind as the page writes them, the likeliest first */
export function findVisibleDates(
  document: Document,
  metadata: Metadata,
  kind: DateKind,
  hints: DateHints,
): Statement[] {
  const around = readSurroundings(document, metadata);
  const found = [...findMarked(around, kind, hints), ...findWritten(around, kind, hints)];
  return found.length > 0 ? found : findAnywhere(document, kind, hints);
}

/** `time` elements and item properties. */
function findMarked({ spots }: Surroundings, kind: DateKind, hints: DateHints): Statement[] {
  const property = kind === 'published' ? /datepublished|datecreated/ : /datemodified/;
  const times = spots
    .filter(
      ({ element, marks }) =>
        property.test(marks) || (element.localName === 'time' && isKind(element, marks, kind)),
    )
    .map(({ element }) => ({ element, said: readTime(element, hints) }))
    .filter(({ said }) => said.length > 0);
  const [first, second] = times;
  // Side by side without a label, the later one is the change.
  if (first !== undefined && second !== undefined && isBeside(first.element, second.element)) {
    const [one, two] = [first, second].map(
      ({ said }) => parseDate(said[0]?.value ?? '', hints) ?? '',
    );
    if (one !== undefined && two !== undefined && two < one) times.shift();
  }
  return times.flatMap(({ said }) => said);
}

function isBeside(one: Element, other: Element): boolean {
  return one.parentElement?.parentElement?.contains(other) === true;
}

/** Elements whose class speaks of a date, then any short text around the headline. */
function findWritten(
  { spots, texts }: Surroundings,
  kind: DateKind,
  hints: DateHints,
): Statement[] {
  const marked = spots.flatMap(({ element, marks }) => {
    if (!DATED.test(marks) || !isKind(element, marks, kind)) return [];
    const text = readStart(element, LONGEST_DATED + 1);
    return text.length <= LONGEST_DATED && hasDate(text, hints) ? state('date', text) : [];
  });
  if (marked.length > 0) return marked;
  return texts.flatMap(({ text, parent }) =>
    text.length <= LONGEST_WRITTEN &&
    isKind(parent, readMarks(parent), kind) &&
    hasDate(text, hints)
      ? state('text', text)
      : [],
  );
}

const ANYWHERE: Record<DateKind, Marks> = {
  published: {
    selectors: ['[itemprop~="datePublished"]', 'time[pubdate]'],
    classes: ['published'],
  },
  modified: { selectors: ['[itemprop~="dateModified"]'] },
};

/** Anywhere in the page, as far as it is marked as the publication's date. */
function findAnywhere(document: Document, kind: DateKind, hints: DateHints): Statement[] {
  const found = findMarkedElements(document, ANYWHERE[kind], MOST_TIMES);
  return [...found].flatMap((element) => readTime(element, hints));
}

function readTime(element: Element, hints: DateHints): Statement[] {
  const values = ['datetime', 'content'].map((name) => element.getAttribute(name));
  values.push(readStart(element, LONGEST_DATED));
  const value = values.find((one) => one !== null && parseDate(one, hints) !== null);
  return state(element.localName, value);
}

function isKind(element: Element, marks: string, kind: DateKind): boolean {
  const own = `${marks} ${readStart(element, 60)}`;
  const before = readBefore(element);
  if (OTHER.test(own)) return false;
  return CHANGED.test(own + before) === (kind === 'modified');
}

function hasDate(text: string, hints: DateHints): boolean {
  return YEAR.test(text) && parseDate(text, hints) !== null;
}
