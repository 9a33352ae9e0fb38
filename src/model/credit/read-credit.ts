/**
 * Reads a credit of a photo or source: whom it names and, only where the text itself says so or the kept
 * directory of outlets is certain, which site. A person is never given a site.
 */

import type { Credit } from '../source.ts';
import { findLabels } from './find-labels.ts';
import { findOutlet, findStock } from './outlets.ts';
import { compile } from './pattern.ts';
import { readNames } from './read-names.ts';
import { findSites, type NamedSite } from './site.ts';

/** What a caption may have before its credit; what is longer is read from its end. */
const LONGEST_LINE = 1_000;
const MOST_NAMES = 10;
const HIDDEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
/** A credit has at least one of these, or it is short. */
const LABEL_SIGN = () =>
  compile(
    '[:：՝=＝/／|©ⓒ(（[［【]|\\b(?:by|di|par|von|av|af|od|via|courtesy|cortesía)\\s|\\b(?:photo|foto|bild) \\p{Lu}|\\n',
    'i',
  );
const LONGEST_BARE = 60;

/**
 * @param text a caption, a line of one, or a credit by itself; line breaks count
 * @param language BCP 47, of the page or the text, where known
 * @returns the names in their order, the host that the text names, and the links that are no guess; null where
 *   the text is no credit
 */
export function readCredit(text: string, language: string | null = null): Credit | null {
  const line = text
    .slice(-LONGEST_LINE * 2)
    .replace(HIDDEN, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\s*\n\s*/gu, '\n')
    .replace(/\n(?=[/|)\]])|(?<=[/|([])\n/gu, ' ')
    .replace(compile('(?<=^|[\\s(/])\\(c\\)(?=\\s?\\p{L})', 'gim'), '©')
    .trim()
    .slice(-LONGEST_LINE);
  if (line.length < 3) return null;
  const labelled =
    line.length <= LONGEST_BARE || LABEL_SIGN().test(line) ? readLabelled(line, language) : null;
  return labelled ?? readBare(line, language);
}

function readLabelled(line: string, language: string | null): Credit | null {
  const credit: Credit = { names: [], domain: null, links: [] };
  for (const label of findLabels(line)) {
    const part = readPart(label.text, language, label.isWeak);
    if (part === null) continue;
    addCredit(credit, part);
    if (label.before !== '' && findOutlet(label.before, language) !== null) {
      addCredit(credit, linkNames([label.before], [], language));
    }
  }
  return credit.names.length === 0 ? null : credit;
}

function readPart(text: string, language: string | null, isWeak: boolean): Credit | null {
  const sites = findSites(text).filter((site) => !isUser(text.slice(0, site.start), language));
  const rest = dropSites(text, sites);
  const names = readNames(rest, language, isWeak);
  if (names === null) return null;
  const isSure = !isWeak || sites.length > 0;
  const hasOutlet = names.some((name) => findOutlet(name, language) !== null);
  if (!isSure && !hasOutlet && names.some((name) => !/\s/u.test(name))) return null;
  return linkNames(names, sites, language);
}

/** "Getty Images/ann.media": what follows a stock is a user there, though it looks like a host. */
function isUser(before: string, language: string | null): boolean {
  const name = /([^/]{3,40})\/\s*$/u.exec(before)?.[1]?.trim() ?? '';
  return findOutlet(name, language)?.isAgency === true;
}

/** An address is no name where there are others; a bare host is one, unless it stands in a bracket behind one. */
function dropSites(text: string, sites: NamedSite[]): string {
  let rest = '';
  let at = 0;
  for (const site of sites) {
    rest += text.slice(at, site.start);
    const isInBracket = /\S\s*\($/u.test(rest);
    const written = findStock(site.host)?.name ?? text.slice(site.start, site.end);
    rest += site.isAddress || isInBracket ? ' / ' : written;
    at = site.end;
  }
  return rest + text.slice(at);
}

function linkNames(names: string[], sites: NamedSite[], language: string | null): Credit {
  const credit: Credit = { names: [...names], domain: sites[0]?.host ?? null, links: [] };
  for (const site of sites) {
    const stock = findStock(site.host)?.name;
    const name = names.find((one) => one.toLowerCase() === site.host || one === stock);
    if (names.length === 0) credit.names.push(site.host);
    credit.links.push({ name: name ?? site.host, url: site.url });
  }
  for (const name of names) {
    if (credit.links.some((link) => link.name === name)) continue;
    const outlet = findOutlet(name, language);
    if (outlet !== null && outlet.host !== '')
      credit.links.push({ name, url: `https://${outlet.host}/` });
  }
  return credit;
}

function addCredit(credit: Credit, more: Credit): void {
  for (const name of more.names) {
    if (!credit.names.includes(name) && credit.names.length < MOST_NAMES) credit.names.push(name);
  }
  for (const link of more.links) {
    if (!credit.links.some((one) => one.name === link.name)) credit.links.push(link);
  }
  credit.domain ??= more.domain;
}

const JOINED = /[/|／]|\s(?:via|[–—])\s/iu;
const LAST_BRACKET = /[([（]([^()[\]（）]{2,100})[)\]）][\s.]*$/u;
const LAST_SENTENCE = () => compile('^[\\s\\S]*[.!?…。]["”»)]?\\s*(?=[\\p{Lu}\\p{Lo}(])');

/** "Ann Writer/Agency" without a label: at the end of a caption, and only where an agency of the directory is in it. */
function readBare(line: string, language: string | null): Credit | null {
  const lines = line.split('\n');
  const last = lines.at(-1) ?? '';
  const bracket = LAST_BRACKET.exec(last)?.[1];
  const given = /^([^\s、。]{2,20})(?:提供|撮影)$/u.exec(bracket ?? '')?.[1];
  if (given !== undefined) return linkNames([given], [], language);
  const candidates = new Set([
    bracket ?? '',
    last,
    last.replace(LAST_SENTENCE(), ''),
    last.replace(/^.*\s[—–•]\s/u, ''),
    lines[0] ?? '',
  ]);
  for (const candidate of candidates) {
    // A comma says that something is told before the credit.
    if (candidate.length < 2 || candidate.length > 100 || candidate.includes(',')) continue;
    const credit = JOINED.test(candidate)
      ? readJoined(candidate, language)
      : readAgency(candidate.replace(/[.\s]+$/u, ''), language);
    if (credit !== null) return credit;
  }
  return null;
}

function readAgency(name: string, language: string | null): Credit | null {
  return findOutlet(name, language)?.isAgency ? linkNames([name], [], language) : null;
}

function readJoined(text: string, language: string | null): Credit | null {
  const sites = findSites(text);
  const names = readNames(dropSites(text, sites), language, false) ?? [];
  const outlets = names.map((name) => findOutlet(name, language));
  const isLong = names.some((name, i) => outlets[i] === null && name.split(' ').length > 4);
  const isKnown = outlets.some((one) => one !== null) || isPersonAtSite(names, sites);
  if (isLong || !isKnown) return null;
  const isCredit = names.length > 1 || outlets[0]?.isAgency === true;
  return isCredit ? linkNames(names, sites, language) : null;
}

/** "Ann Writer/bay.example" */
function isPersonAtSite(names: string[], sites: NamedSite[]): boolean {
  const people = names.filter((name) => compile('^\\p{Lu}\\S*(?: \\p{Lu}\\S*)+$').test(name));
  return sites.length === 1 && names.length === 2 && people.length === 1;
}
