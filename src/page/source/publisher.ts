/**
 * Who publishes the page: the site's name as its readers know it. Pages state it as a name, but also as a
 * domain, in one word, with a tagline, or as that of the company or the software behind it.
 */
import type { Statement } from '../../model/source.ts';
import { foldForHost, foldName } from './fold-name.ts';
import type { Field } from './read-source.ts';
import { isOfHost, isSiteName, type SiteNames } from './site-names.ts';
import { splitTitle } from './site-suffix.ts';

const LONGEST_NAME = 100;

/** Companies that are no readers' name of a site, by their legal form. */
const LEGAL_FORM =
  /(?:^|\s)(?:GmbH|AG|S\.?L\.?|S\.?A\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|Ltd|LLC|LLP|Inc|Corp|A\/S|AS|AB|Oy|B\.?V|N\.?V|PLC|KG|UG|e\.\s?V|s\.r\.o|a\.s|ООО|ОАО|ЗАО|АО|ТОО|ТОВ)\.?(?:$|[\s,])/;
/** What themes and tools leave where the name should be. */
const NO_NAME =
  /^(?:home(?:page)?|news|article|blog|website|web ?site|site|untitled|undefined|null|none|wordpress|blogger|drupal|joomla|my (?:blog|site|website)|u\.?s\.?|uk|world|sports?|index)$/i;
const DOMAIN = /^(?:https?:\/\/)?(?:www\.)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*)\.\p{L}{2,}\/?$/u;

interface Candidate extends Statement {
  name: string;
  /** 0 a name · 1 one in the form of a domain or in one word · 2 no name · 3 not usable */
  grade: number;
}

/**
 * @param title the article's title without the site's name
 * @param documentTitle the title as the document has it
 */
export function readPublisher(
  names: SiteNames,
  title: string,
  documentTitle: string,
): Field<string | null> {
  const statements = [...names.statements, ...readBeside(title, documentTitle, names)];
  const candidates = statements.map((statement) => gradeName(statement, names));
  const chosen = chooseName(candidates, names);
  if (chosen === null) {
    const own = names.host === '' ? [] : [{ from: 'host', value: names.host }];
    return { value: own[0]?.value ?? null, statements: own };
  }
  const rest = candidates.filter((one) => one !== chosen.candidate);
  return {
    value: chosen.name.slice(0, LONGEST_NAME).trim(),
    statements: [chosen.candidate, ...rest].map(({ from, value }) => ({ from, value })),
  };
}

/** What the document's title says beside the article's: the site's name, at one of its ends. */
function readBeside(title: string, documentTitle: string, names: SiteNames): Statement[] {
  const parts = splitTitle(documentTitle);
  const folded = foldName(title);
  if (parts.length < 2 || !foldName(documentTitle).includes(folded)) return [];
  const ends = [parts.at(-1), parts[0], parts.at(-2)].flatMap((part) => part?.text.trim() ?? []);
  return ends
    .filter(
      (text) => text.length < 50 && isSiteName(text, names) && !folded.includes(foldName(text)),
    )
    .slice(0, 1)
    .map((value) => ({ from: 'title', value }));
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
  if (LEGAL_FORM.test(name)) return { ...statement, name, grade: 2 };
  const isOneWord = folded === names.labels.at(-1) && name === name.toLowerCase();
  return { ...statement, name, grade: DOMAIN.test(name) || isOneWord ? 1 : 0 };
}

/** "The Paper (TP) – News from the Bay®" → "The Paper" */
function tidyName(value: string, { labels }: SiteNames): string {
  const parts = splitTitle(value).map(({ text }) => text.trim());
  const part =
    parts.length === 1 ? value : (parts.find((one) => isOfHost(one, labels)) ?? parts[0] ?? value);
  return part
    .replace(/\s*\([^()]{1,40}\)$/, '')
    .replace(/[®™©]/g, '')
    .replace(/^www\./i, '')
    .trim();
}

function chooseName(
  candidates: Candidate[],
  { labels }: SiteNames,
): { candidate: Candidate; name: string } | null {
  const best = Math.min(...candidates.map(({ grade }) => grade));
  if (best > 2) return null;
  const usable = candidates.filter(({ grade }) => grade === best);
  const candidate = usable.find(({ name }) => isOfHost(name, labels)) ?? usable[0];
  if (candidate === undefined) return null;
  const folded = foldName(candidate.name);
  // "ELMUNDO" and "El Mundo": the one with its spaces.
  const spaced = candidate.name.includes(' ')
    ? undefined
    : candidates.find(({ name }) => name.includes(' ') && foldName(name) === folded);
  return { candidate, name: dropDomain((spaced ?? candidate).name, labels) };
}

/** "Paper.example" → "Paper", where that is what the host is called. */
function dropDomain(name: string, labels: string[]): string {
  const stem = DOMAIN.exec(name)?.[1]?.replace(/\.(?:com?|net|org)$/i, '');
  const last = stem?.split('.').at(-1) ?? '';
  if (stem === undefined || stem.length < 3) return name;
  const label = labels.at(-1) ?? '';
  return foldName(last) === label || foldForHost(last) === label ? last : name;
}
