/**
 * What a page calls the site that it belongs to, wherever it does. The publisher is chosen from these names,
 * and a title is freed of them.
 */
import type { Statement } from '../../model/source.ts';
import { followIds, type JsonObject, readString, readTypes } from '../json-ld.ts';
import { type Metadata, readMeta } from '../metadata.ts';
import { foldForHost, foldName } from './fold-name.ts';
import { state, stateMetas, stateProperty } from './statements.ts';

export interface SiteNames {
  /** the most trusted first */
  statements: Statement[];
  /** the names, folded */
  folded: Set<string>;
  /** the host's labels without www and the public suffix, folded, the site's own last: ["blog", "paper"] */
  labels: string[];
  /** the host without www, '' where there is none */
  host: string;
}

const MOST_NODES = 200;
/** What is longer may be no site's name, in UTF-16 units. */
const LONGEST_NAME = 40;
const METAS = [
  'application-name',
  'apple-mobile-web-app-title',
  'dc.publisher',
  'citation_publisher',
  'publisher',
  'copyright',
];

/** Second labels of public suffixes, as in co.uk and com.tr; they occur before a country's label alone. */
const SECOND_LEVEL = /^(?:ac|co|com|edu|gob|gouv|gov|mil|ne|net|or|org|go|web|info)$/;

export function readSiteNames(metadata: Metadata, article: JsonObject | null): SiteNames {
  const { host, labels } = readHost(metadata.url);
  const sites: Statement[] = [];
  const organizations: Statement[] = [];
  for (const node of metadata.nodes.slice(0, MOST_NODES)) {
    const types = readTypes(node);
    if (types.includes('WebSite')) sites.push(...stateProperty(node, 'name'));
    else if (types.some((type) => type.endsWith('Organization'))) {
      organizations.push(...stateProperty(node, 'name'));
    }
  }
  const label = labels.at(-1) ?? '';
  const publisher = readString(followIds(article?.['publisher'], metadata.nodes), 'name');
  const statements = [
    ...stateMetas(metadata, 'og:site_name').filter(({ value }) => !isHeadline(value, metadata)),
    ...state('JSON-LD publisher', publisher),
    ...sites,
    ...stateProperty(article, 'isPartOf', 'name'),
    ...stateMetas(metadata, ...METAS),
    // Any organisation may be spoken of: the one that the host is named after is the site's.
    ...organizations.filter(({ value }) => [foldName(value), foldForHost(value)].includes(label)),
  ];
  const folded = new Set(statements.map(({ value }) => foldName(value)));
  folded.delete('');
  return { statements, folded, labels, host };
}

/** Some templates put the headline where the site's name belongs. */
function isHeadline(value: string, metadata: Metadata): boolean {
  return value.length > LONGEST_NAME && readMeta(metadata, 'og:title')?.startsWith(value) === true;
}

/** The host's name without www, and its labels without the public suffix. */
function readHost(url: string): { host: string; labels: string[] } {
  const name = URL.canParse(url) ? new URL(url).hostname : '';
  const host = name.replace(/^(?:www\d?|m|mobile|amp)\./, '');
  const labels = host.split('.');
  if (labels.length > 1) labels.pop();
  if (labels.length > 1 && SECOND_LEVEL.test(labels.at(-1) ?? '')) labels.pop();
  return { host, labels: labels.map(foldName).filter((label) => label !== '') };
}

/** Whether a name and the host's own label contain each other. */
export function isOfHost(name: string, labels: string[]): boolean {
  const label = labels.at(-1) ?? '';
  if (label.length < 2) return false;
  return [foldName(name), foldForHost(name)].some(
    (folded) =>
      folded.length > 1 &&
      (folded.includes(label) || (folded.length > 3 && label.includes(folded))),
  );
}

/**
 * Whether a part of a title is the site's name: as the page states it, or as its host or its initials do.
 *
 * @param isExact whether a shorter or longer form of the name is none
 */
export function isSiteName(part: string, names: SiteNames, isExact = false): boolean {
  const { folded, labels, host } = names;
  const name = foldName(part);
  if (name === '') return false;
  if (folded.has(name) || name === foldName(host)) return true;
  const asHost = foldForHost(part);
  if (labels.some((label) => label.length > 1 && (label === name || label === asHost))) return true;
  if (isExact) return false;
  const label = labels.at(-1) ?? '';
  for (const known of folded) if (isFormOf(name, known)) return true;
  return (
    label.length > 2 &&
    (isFormOf(asHost, label) ||
      // "Paper Blog" of paper-online.example
      (asHost.endsWith('blog') && isFormOf(asHost.slice(0, -4), label)) ||
      (label.length < 9 && readInitials(part) === label))
  );
}

/** "Guardian" of "The Guardian", "Paper News" of "Paper" */
export function isFormOf(name: string, known: string): boolean {
  const [short, long] = name.length < known.length ? [name, known] : [known, name];
  return short.length > 3 && short.length * 2.3 >= long.length && isAtEdge(short, long);
}

function isAtEdge(short: string, long: string): boolean {
  return long.startsWith(short) || long.endsWith(short);
}

export function readInitials(text: string): string {
  return foldName(
    text
      .split(/[\s-]+/)
      .map((word) => word.charAt(0))
      .join(''),
  );
}
