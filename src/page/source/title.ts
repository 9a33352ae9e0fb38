/**
 * The article's title, as its readers see it. A page states it in several variants (for search engines, for
 * networks, with the site's name), of which the headline on the page is the one that is quoted; the others
 * prove which of its headings that is, and what in it is a kicker.
 */
import type { Statement } from '../../model/source.ts';
import type { JsonObject } from '../json-ld.ts';
import type { Metadata } from '../metadata.ts';
import { foldName, measureOverlap } from './fold-name.ts';
import { type Heading, LOGO, readHeadings } from './headings.ts';
import { isSiteName, type SiteNames } from './site-names.ts';
import { dropSite, type SiteTest, splitTitle } from './site-suffix.ts';
import { type Field, state, stateMetas, stateProperty } from './statements.ts';

const METAS = [
  'og:title',
  'citation_title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'parsely-title',
  'sailthru.title',
];

/** From here on two wordings are of one title. */
const RELATED = 0.3;
/** From here on a heading is no section's or site's name, in UTF-16 units. */
const LONG = 16;
/** A headline is no longer than this, in UTF-16 units; what is longer is a summary. */
const LONGEST_HEADLINE = 250;

/** A statement without the site's name. */
interface Wording extends Statement {
  text: string;
  folded: string;
}

export function readTitle(
  document: Document,
  metadata: Metadata,
  article: JsonObject | null,
  names: SiteNames,
): Field<string> {
  const stated = [
    ...stateProperty(article, 'headline'),
    ...stateProperty(article, 'name'),
    ...stateMetas(metadata, ...METAS),
    ...state('title', document.title),
  ];
  const all = readHeadings(document, 'h1');
  const headings = all.filter(({ isLogo }) => !isLogo);
  const isSite = createSiteTest(stated, all, names);
  const wordings = readWordings(stated, isSite, createSectionTest(metadata, article));
  // An h1 among the breadcrumbs may be worded for search engines, and the headline is an h2.
  const isCrumb = headings.length > 0 && headings.every(({ isListed }) => isListed);
  const chosen =
    (isCrumb ? chooseBelowCrumbs(headings, readHeadings(document, 'h2'), wordings) : null) ??
    chooseHeading(headings, wordings, isSite) ??
    findOnlyHeading(headings, wordings, isSite) ??
    chooseWording(wordings, isSite) ??
    headings.find(({ text }) => !isSite(text))?.text ??
    all[0]?.text ??
    '';
  return {
    value: chosen,
    statements: sortStatements(
      [...stated, ...all.map(({ text, isLogo }) => ({ from: isLogo ? LOGO : 'h1', value: text }))],
      chosen,
    ),
  };
}

/**
 * What stands beside another statement in the document's title is the site's name too, and so is a heading
 * that stands at the title's end alone: the logo's.
 */
function createSiteTest(stated: Statement[], headings: Heading[], names: SiteNames): SiteTest {
  const title = stated.at(-1);
  const others = new Set(stated.slice(0, -1).map(({ value }) => foldName(value)));
  const beside = new Set<string>();
  const whole = foldName(title?.value ?? '');
  for (const { text, isLogo } of headings) {
    const heading = foldName(text);
    if (isLogo) beside.add(heading);
    // "Bay Notes A storm over the bay", where another statement is "A storm over the bay".
    const rest = whole.startsWith(heading) ? whole.slice(heading.length) : '';
    if (rest.length > Math.max(heading.length, 9) && others.has(rest)) beside.add(heading);
  }
  const stating = new Set(stated.map(({ value }) => foldName(value)));
  for (const value of new Set(stated.map(({ value }) => value))) {
    const parts = splitTitle(value);
    const core = parts.findIndex(
      ({ text }) => text.length > 9 && stating.has(foldName(text)) && !isSiteName(text, names),
    );
    if (core < 0 || parts.length === 1) continue;
    for (const [i, { text }] of parts.entries()) if (i !== core) beside.add(foldName(text));
  }
  const parts = title?.from === 'title' ? splitTitle(title.value) : [];
  const [start = '', end = ''] = [parts[0], parts.at(-1)].map((part) => foldName(part?.text ?? ''));
  const isLogo = start.length > end.length && !others.has(end);
  if (isLogo && headings.some(({ text }) => foldName(text) === end)) beside.add(end);
  const known = new Map<string, boolean>();
  return (part, isExact = false) => {
    const key = isExact ? `=${part}` : part;
    const before = known.get(key);
    if (before !== undefined) return before;
    const isSite = beside.has(foldName(part)) || isSiteName(part, names, isExact);
    known.set(key, isSite);
    return isSite;
  };
}

/** "A storm over the bay | Weather", on a page of /weather/ or of what it says is its section. */
function createSectionTest(metadata: Metadata, article: JsonObject | null): SiteTest {
  let sections: Set<string> | null = null;
  const read = () => {
    const path = URL.canParse(metadata.url) ? new URL(metadata.url).pathname : '';
    const stated = [
      ...stateMetas(metadata, 'article:section'),
      ...stateProperty(article, 'articleSection'),
    ];
    return new Set(
      [...path.split('/').slice(0, -1), ...stated.map(({ value }) => value)].map(foldName),
    );
  };
  return (part) => {
    sections ??= read();
    const folded = foldName(part);
    return folded.length > 2 && sections.has(folded);
  };
}

function readWordings(stated: Statement[], isSite: SiteTest, isSection: SiteTest): Wording[] {
  const known = new Map<string, { text: string; folded: string }>();
  return stated.map((statement) => {
    const before = known.get(statement.value);
    if (before !== undefined) return { ...statement, ...before };
    const isOnly = stated.length === 1 && statement.from === 'title';
    const text = dropSite(statement.value, isSite, { isSection, isUnproven: isOnly });
    const read = { text, folded: foldName(text) };
    known.set(statement.value, read);
    return { ...statement, ...read };
  });
}

/** @returns the heading that the wordings speak of, or the wording that it is with a kicker before it */
function chooseHeading(headings: Heading[], wordings: Wording[], isSite: SiteTest): string | null {
  let best = { score: RELATED, text: null as string | null };
  for (const heading of headings) {
    if (heading.text.length > LONGEST_HEADLINE || isSite(heading.text)) continue;
    const compared = compareHeading(heading, wordings);
    if (compared.score > best.score) best = compared;
  }
  return best.text;
}

/**
 * @returns what a heading says in the words of a statement, with nothing but a kicker before them; null where
 *   the article's JSON-LD has the breadcrumbs' own words, and more places do
 */
function chooseBelowCrumbs(
  crumbs: Heading[],
  headings: Heading[],
  wordings: Wording[],
): string | null {
  const usable = wordings.filter(({ folded }) => folded.length > 11);
  const countPlaces = (texts: string[]) =>
    new Set(usable.flatMap((one) => (texts.includes(one.folded) ? readPlace(one.from) : [])));
  const ofCrumbs = countPlaces(crumbs.map(({ text }) => foldName(text)));
  for (const [isWhole, isEnd] of [
    [true, false],
    [false, true],
  ]) {
    for (const { text } of headings) {
      const folded = foldName(text);
      const found = usable.find(
        (one) => (isWhole && folded === one.folded) || (isEnd && folded.endsWith(one.folded)),
      );
      if (found === undefined) continue;
      const places = countPlaces([found.folded]);
      return ofCrumbs.has('JSON-LD') && ofCrumbs.size > places.size ? null : found.text;
    }
  }
  return null;
}

/** What networks are told is one place, however many of them there are. */
function readPlace(from: string): string {
  return from.startsWith('JSON-LD') ? 'JSON-LD' : from.startsWith('meta') ? 'meta' : from;
}

/** The only heading of a page is its headline, where it is long enough for one and the others do not agree. */
function findOnlyHeading(
  headings: Heading[],
  wordings: Wording[],
  isSite: SiteTest,
): string | null {
  const candidates = headings.filter(({ text, isListed }) => !isListed && !isSite(text));
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return null;
  const stated = wordings.filter(({ from }) => from !== 'title').map(({ folded }) => folded);
  if (new Set(stated).size < stated.length) return null;
  return only.text.length >= LONG && only.text.length <= LONGEST_HEADLINE ? only.text : null;
}

function compareHeading(
  { text, tail, isMixed, isListed }: Heading,
  wordings: Wording[],
): { score: number; text: string } {
  const folded = foldName(text);
  const end = foldName(tail);
  if (end.length > 11 && folded.endsWith(end)) {
    const others = wordings.filter(({ from }) => from !== 'title');
    // A kicker in an element of its own, which the statements do not have, or not there.
    if (
      !others.some((one) => one.folded === folded) &&
      others.some((one) => one.folded.endsWith(end) || one.folded.startsWith(end))
    ) {
      return { score: isListed ? 0.5 : 1, text: tail };
    }
  }
  // Jammed together, or in capitals: another way of writing it is the better one.
  const isWorse = isMixed || (text === text.toUpperCase() && text !== text.toLowerCase());
  let best = { score: 0, text };
  for (const compare of [compareWhole, compareWords]) {
    const seen = new Set<string>();
    for (const wording of wordings) {
      // The document's title is the least careful of them, and what it has in common was compared before.
      if (seen.has(wording.folded)) continue;
      seen.add(wording.folded);
      const compared = compare(text, folded, wording);
      const score = compared.score * (wording.from === 'title' ? 0.85 : 1) * (isListed ? 0.5 : 1);
      if (score > best.score) {
        best = { score, text: compared.score === 1 && isWorse ? wording.text : compared.text };
      }
    }
    // Counting words takes time, and says less.
    if (best.score > 0.4) return best;
  }
  return best;
}

function compareWhole(
  text: string,
  folded: string,
  wording: Wording,
): { score: number; text: string } {
  const other = wording.folded;
  if (folded === other) return { score: 1, text };
  const [short, long] = folded.length < other.length ? [folded, other] : [other, folded];
  if (short.length > 7 && long.startsWith(short)) return { score: 0.95, text };
  if (short.length > 7 && long.endsWith(short)) {
    // "Politics A storm over the bay": what the others do not say is a kicker, but for an article.
    const isKicked = short === other && short.length > 11 && long.length - short.length > 4;
    return { score: 0.9, text: isKicked ? wording.text : text };
  }
  return { score: 0, text };
}

function compareWords(
  text: string,
  _folded: string,
  wording: Wording,
): { score: number; text: string } {
  return { score: 0.8 * measureOverlap(text, wording.text), text };
}

/** @returns the wording that most statements share; the first of them where none is shared */
function chooseWording(wordings: Wording[], isSite: SiteTest): string | null {
  const usable = wordings.filter(({ text, folded }) => folded !== '' && !isSite(text));
  const short = usable.filter(({ text }) => text.length <= LONGEST_HEADLINE);
  const candidates = short.length > 0 ? short : usable;
  const shared = candidates.find(({ folded }, i) =>
    candidates.some((other, j) => j !== i && other.folded === folded),
  );
  return (shared ?? candidates[0] ?? wordings[0])?.text ?? null;
}

/** The statements that the title was taken from go first. */
function sortStatements(statements: Statement[], chosen: string): Statement[] {
  const rank = ({ value }: Statement) => (value === chosen ? 0 : value.includes(chosen) ? 1 : 2);
  return statements
    .map((statement, i) => ({ statement, rank: rank(statement), i }))
    .sort((one, other) => one.rank - other.rank || one.i - other.i)
    .map(({ statement }) => statement);
}
