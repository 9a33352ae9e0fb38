/**
 * Who publishes the page: the site's name as its readers know it. Pages state it as a name, but also as a
 * domain, in one word, with a tagline, or as that of the company or the software behind it.
 */
import type { Statement } from '../../model/source.ts';
import { foldForHost, foldName } from './fold-name.ts';
import { LOGO } from './headings.ts';
import { isFormOf, isOfHost, isSiteName, readInitials, type SiteNames } from './site-names.ts';
import { splitTitle } from './site-suffix.ts';
import type { Field } from './statements.ts';

const LONGEST_NAME = 100;
/** Where a name stands that a title shows. */
const BESIDE = /^(?:title|meta (?:og|twitter):title)$/;

/** Companies that are no readers' name of a site, by their legal form. */
const LEGAL_FORM =
  /(?:^|\s)(?:GmbH|AG|S\.?L\.?|S\.?A\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|Ltd|LLC|LLP|Inc|Corp|A\/S|AS|AB|Oy|B\.?V|N\.?V|PLC|KG|UG|e\.\s?V|s\.r\.o|a\.s|ООО|ОАО|ЗАО|АО|ТОО|ТОВ)\.?(?:$|[\s,])/;
/** What themes and tools leave where the name should be. */
const NO_NAME =
  /^(?:home(?:page)?|news|article|blog|website|web ?site|site|untitled|undefined|null|none|wordpress|blogger|drupal|joomla|my (?:blog|site|website)|u\.?s\.?|uk|world|sports?|index)$/i;
/** Where companies stand as well as the site: believed where the host is named after them. */
const ASIDE = /^meta (?:dc\.publisher|citation_publisher|publisher|copyright)$/;
/** What a company adds to the name of what it publishes. */
const COMPANY =
  /(?:^|\s)(?:Publishing|Publications|Publishers?|Holdings?|Corporation|Company|Communications|Verlag|Mediengruppe|Medienhaus|Mediehuset|Ediciones|Editorial|Editora|Grupo|Groupe|Gruppo|Media Group|News Group|Издательство|Издательский|Газета|Видавництво)(?:\s|$)/i;
/** What a station or paper adds to its name for its news. */
const NEWS_WORD =
  /\s(?:news|nachrichten|noticias|notizie|actualités|haber|haberler|новости|новини)$/i;
/** What a paper calls itself before its name. */
const KIND =
  /^(?:diario|periódico|jornal|giornale|quotidiano|gazete|báo|газета|журнал|портал|сайт|видання)\s+/i;
const DOMAIN = /^(?:https?:\/\/)?[^\s./:]+(?:\.[^\s./:]+)*\.[^\s\d./:-]{2,}\/?$/;

/** What the patterns that tidy a name look for: most names have none of it. */
const MAY_BE_UNTIDY = /[®™©()0-9]|[Ww][Ww][Ww]\.|opyright|OPYRIGHT|ights|IGHTS/;

interface Candidate extends Statement {
  name: string;
  /** 0 a name · 1 one in the form of a domain or in one word · 2 no name · 3 not usable */
  grade: number;
}

/** @param title the article's title without the site's name, and all that is stated of it with that name */
export function readPublisher(names: SiteNames, title: Field<string>): Field<string | null> {
  const beside = readBeside(title, names);
  const candidates = [...names.statements, ...beside].map((one) => gradeName(one, names));
  const chosen = chooseName(candidates, names);
  if (chosen === null) {
    const own = [
      ...readUnproven(title),
      ...(names.host === '' ? [] : [{ from: 'host', value: names.host }]),
    ];
    return { value: own[0]?.value ?? null, statements: own };
  }
  const rest = candidates.filter((one) => one !== chosen.candidate);
  return {
    value: chosen.name.slice(0, LONGEST_NAME).trim(),
    statements: [chosen.candidate, ...rest].map(({ from, value }) => ({ from, value })),
  };
}

/** What a title says beside the article's: the site's name, at one of its ends. */
function readBeside({ value: title, statements }: Field<string>, names: SiteNames): Statement[] {
  const folded = foldName(title);
  const titles = statements.filter(({ from }) => BESIDE.test(from));
  for (const { from, value } of titles.sort((one, other) => one.from.length - other.from.length)) {
    const parts = splitTitle(value);
    if (parts.length < 2 || !foldName(value).includes(folded)) continue;
    const ends = [parts.at(-1), parts[0], parts.at(-2)].flatMap((part) => part?.text.trim() ?? []);
    const name = ends.find(
      (text) =>
        text.length < 50 &&
        (isSiteName(text, names) || isOfHost(text, names.labels)) &&
        !folded.includes(foldName(text)),
    );
    if (name !== undefined) return [{ from, value: name }];
  }
  return [];
}

/** Where nothing names the site, its logo, or what stands behind the article's title in the document's. */
function readUnproven({ value: title, statements }: Field<string>): Statement[] {
  const logo = statements.find(({ from, value }) => from === LOGO && value.length < 40);
  if (logo !== undefined) return [logo];
  const parts = splitTitle(statements.find(({ from }) => from === 'title')?.value ?? '');
  const last = parts.at(-1)?.text.trim() ?? '';
  const folded = foldName(title);
  const isBehind = parts.slice(0, -1).some(({ text }) => foldName(text) === folded);
  return isBehind && last.length < 40 && !NO_NAME.test(last) && !/ \d+$/.test(last)
    ? [{ from: 'title', value: last }]
    : [];
}

function gradeName(statement: Statement, names: SiteNames): Candidate {
  const name = tidyName(statement.value, names);
  const folded = foldName(name);
  const isBad =
    folded === '' ||
    name.startsWith('@') ||
    /^https?:/i.test(name) ||
    name.length > 60 ||
    NO_NAME.test(name);
  if (isBad) return { ...statement, name, grade: DOMAIN.test(name) ? 1 : 3 };
  const isAside = ASIDE.test(statement.from) && !isOfHost(name, names.labels);
  if (isAside && readInitials(name) !== names.labels.at(-1))
    return { ...statement, name, grade: 3 };
  if (LEGAL_FORM.test(name)) return { ...statement, name, grade: 2 };
  const isOneWord = folded === names.labels.at(-1) && name === name.toLowerCase();
  const isRough =
    isOneWord || readStem(name, names.labels) !== null || DOMAIN.test(name) || COMPANY.test(name);
  return { ...statement, name, grade: isRough ? 1 : 0 };
}

/** "The Paper (TP) – News from the Bay®" → "The Paper" */
function tidyName(value: string, { labels }: SiteNames): string {
  const label = labels.at(-1) ?? '';
  const parts = splitTitle(value).map(({ text }) => text.trim());
  const part =
    parts.length === 1
      ? value
      : (parts.find((one) => isFormOf(foldForHost(one), label)) ?? parts[0] ?? value);
  if (!MAY_BE_UNTIDY.test(part)) return part.trim();
  return part
    .replace(/\s*\([^()]{1,40}\)$/, '')
    .replace(/[®™©]/g, '')
    .replace(/^www\./i, '')
    .replace(/^\s*(?:copyright|©|\(c\))[\s:©]*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,:]*(?:by\s)?/i, '')
    .replace(/^\d{4}(?:\s?[-–]\s?\d{4})?\s+(?=\D)/, '')
    .replace(/[.,;]?\s*all rights reserved.*$/i, '')
    .trim();
}

function chooseName(
  candidates: Candidate[],
  { labels }: SiteNames,
): { candidate: Candidate; name: string } | null {
  const best = Math.min(...candidates.map(({ grade }) => grade));
  if (best > 2) return null;
  const usable = candidates.filter(({ grade }) => grade === best);
  // Of names that are stated as the site's, the one that its host is named after.
  const stated = usable.filter(
    ({ from }) => !BESIDE.test(from) && !from.endsWith('Organization.name') && !ASIDE.test(from),
  );
  const label = labels.at(-1) ?? '';
  const candidate =
    stated.find(({ name }) => isOfHost(name, labels)) ??
    usable.find(({ name }) => label.length > 4 && foldName(name) === label) ??
    stated[0] ??
    usable[0];
  if (candidate === undefined) return null;
  const folded = foldName(candidate.name);
  // "ELMUNDO" and "El Mundo": the one with its spaces.
  const spaced = candidate.name.includes(' ')
    ? undefined
    : candidates.find(({ name }) => name.includes(' ') && foldName(name) === folded);
  return { candidate, name: shortenName((spaced ?? candidate).name, candidates, labels) };
}

/** The name as the page has it elsewhere too: without its domain, or what says that it is a paper or its news. */
function shortenName(name: string, candidates: Candidate[], labels: string[]): string {
  const isStated = (short: string) =>
    short !== name &&
    candidates.some((one) => foldName(readStem(one.name, labels) ?? one.name) === foldName(short));
  const bare = name.replace(NEWS_WORD, '');
  const isDomain = candidates.some((one) => readStem(one.name, labels) === bare);
  if (bare !== name && isDomain) return bare;
  const own = name.replace(KIND, '');
  if (isStated(own)) return own;
  // Where the title has more of it, the readers see that.
  const seen = candidates.find(({ from }) => BESIDE.test(from))?.name ?? '';
  if (NEWS_WORD.test(seen) && seen.replace(NEWS_WORD, '') === name) return seen;
  return readStem(name, labels) ?? name;
}

/** @returns of a name in the form of the site's own domain what is before its suffix, null of any other */
function readStem(name: string, labels: string[]): string | null {
  if (!name.includes('.')) return null;
  const stem = /^(?:www\.)?(.{3,60}?)(?:\.(?:com?|net|org))?\.[^\s\d./:-]{2,8}$/.exec(name)?.[1];
  const last = stem?.split('.').at(-1)?.trim() ?? '';
  const label = labels.at(-1) ?? '';
  return last !== '' && (foldName(last) === label || foldForHost(last) === label) ? last : null;
}
