/**
 * What stands in a text that was copied elsewhere, and whether it stands there as its source asks: the heart of all
 * checks, for what is being written, what is published, and files.
 */
import { findHome } from '../attribution/find-home.ts';
import { chooseSources, type SourcePassages } from './choose-sources.ts';
import { composeFix, type Fix } from './compose-fix.ts';
import type { Copy } from './copy.ts';
import type { Finding, ReuseFault } from './finding.ts';
import { hashShingles } from './fingerprint.ts';
import { judgeReuse } from './judge-reuse.ts';
import type { LinkAt, ReuseText } from './reuse-text.ts';
import { isSameAddress, nameHost } from './same-address.ts';
import { splitWords } from './split-words.ts';

export interface CheckOptions {
  /** the reuse is commercial; null or absent where that is not known */
  commercial?: boolean | null;
  /** BCP 47, of who reads the fix */
  locale?: string;
  /** where the text stands: its own copies are no reuse */
  pageUrl?: string | null;
  templates?: Readonly<Record<string, string>>;
}

/** A finding with the words that it is of, `to` exclusive. */
export interface PlacedFinding extends Finding {
  from: number;
  to: number;
}

/** Words of a passage's opening, and of its closing. */
const SHOWN = 12;
/** Faults that a right link mends. */
const MENDED: readonly ReuseFault[] = ['link', 'credit', 'home', 'page', 'nofollow', 'position'];

/** @returns each passage, in the order of the text */
export function checkText(
  text: ReuseText,
  copies: readonly Copy[],
  options: CheckOptions = {},
): PlacedFinding[] {
  const { pageUrl = null } = options;
  const others = copies.filter(
    ({ source }) => pageUrl === null || !isSameAddress(source.url, pageUrl),
  );
  const found = chooseSources(text, hashShingles(text.words), others);
  return found
    .flatMap((one) => judgeSource(text, one, options))
    .sort((one, other) => one.from - other.from);
}

function judgeSource(
  text: ReuseText,
  { copies, passages }: SourcePassages,
  { commercial = null, locale = 'en', templates = {} }: CheckOptions,
): PlacedFinding[] {
  const readPosition = createPositions(text);
  const judged = copies.map((copy) => {
    const { source, articleWords } = copy;
    const reused = passages.reduce((sum, { from, to }) => sum + to - from, 0);
    const share = articleWords === 0 ? null : Math.min(1, reused / articleWords);
    const judgement = judgeReuse({
      source,
      links: text.links,
      nofollow: text.nofollow,
      readPosition,
      isCredited: isCredited(text, copy),
      share,
      commercial,
    });
    return { copy, share, ...judgement };
  });
  // The same text may be had from several sites: naming one of them is enough.
  const [best] = judged.toSorted((one, other) => rank(one.verdict) - rank(other.verdict));
  if (best === undefined) return [];
  const { copy, share, verdict, faults, remarks } = best;
  const { source } = copy;
  const isMendable = faults.some((fault) => MENDED.includes(fault));
  const fix: Fix | null = isMendable ? composeFix(source, locale, templates) : null;
  return passages.map(({ from, to }) => ({
    verdict,
    copyId: copy.id,
    source: { url: source.url, title: source.title, publisher: source.publisher },
    opening: readWords(text, from, Math.min(to, from + SHOWN)),
    closing: readWords(text, Math.max(from, to - SHOWN), to),
    words: to - from,
    share,
    faults,
    remarks,
    evidence: source.terms?.evidence ?? source.license,
    fix,
    from,
    to,
  }));
}

const ORDER: readonly Finding['verdict'][] = ['linked', 'found', 'wrong', 'missing'];
const rank = (verdict: Finding['verdict']) => ORDER.indexOf(verdict);

function readWords({ text, starts, ends }: ReuseText, from: number, to: number): string {
  return text.slice(starts[from] ?? 0, ends[to - 1] ?? 0);
}

/** The number of a link's paragraph among those that are the text's own, counted from 1; what stands before them is in the first. */
function createPositions({
  words,
  paragraphs,
  start = 0,
  isOwn,
}: ReuseText): (link: LinkAt) => number {
  const numbers = new Map<number, number>();
  let count = 0;
  const positions: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const paragraph = paragraphs[at] ?? 0;
    if (at >= start && isOwn(at) && !numbers.has(paragraph)) {
      count += 1;
      numbers.set(paragraph, count);
    }
    positions.push(count);
  }
  // Behind the last word a link stands in the last paragraph.
  return ({ at }) => Math.max(1, positions[Math.min(at, words.length - 1)] ?? 1);
}

function isCredited({ words, links }: ReuseText, { source }: Copy): boolean {
  const host = URL.canParse(source.url) ? nameHost(new URL(source.url).hostname) : '';
  const names = [source.publisher ?? '', host, findHome(source)?.host ?? ''];
  const isLinked = links.some(
    ({ href }) => URL.canParse(href) && host !== '' && nameHost(new URL(href).hostname) === host,
  );
  return isLinked || names.some((name) => contains(words, splitWords(name).words));
}

function contains(words: readonly string[], sought: readonly string[]): boolean {
  const [first] = sought;
  if (first === undefined) return false;
  for (let at = words.indexOf(first); at !== -1; at = words.indexOf(first, at + 1)) {
    if (sought.every((word, index) => words[at + index] === word)) return true;
  }
  return false;
}
