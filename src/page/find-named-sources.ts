/**
 * Finds whom an article names as its sources without linking to them: in the credits of its photos, and in its
 * text. The page itself is left as it is; the source line lists them, each with a link. Bounded, and asked for
 * only where that list is shown.
 */
import { findLabels } from '../model/credit/find-labels.ts';
import { findMentions } from '../model/credit/find-mentions.ts';
import { isOneSite, isSocial, readHost } from '../model/credit/host-family.ts';
import { readCredit } from '../model/credit/read-credit.ts';
import { SOURCE_LABELS } from '../model/credit/source-words.ts';
import type { NamedSource } from '../model/named-source.ts';
import type { Credit } from '../model/source.ts';
import { findPlacedCredits } from './find-credits.ts';
import { readBase } from './metadata.ts';
import { readPlain } from './plain-document.ts';

const BLOCKS = ['p', 'li', 'td', 'blockquote', 'div'];
const MOST_BLOCKS = 500;
const LONGEST_BLOCK = 3_000;
const MOST_TEXT = 150_000;
const MOST_LINKS = 1_000;
const MOST_FOUND = 40;
/** A credit that stands by itself is short. */
const LONGEST_CREDIT = 160;
/** What is in these is no sentence of the article. */
const ASIDE =
  'figure, figcaption, nav, aside, footer, form, pre, code, [class*="comment" i], [class*="related" i], [class*="share" i]';
/** What leads to another article. */
const TEASER =
  'a, nav, aside, footer, [class*="teaser" i], [class*="comment" i], [class*="related" i]';
/** A block with one of these in it is read by its parts. */
const INNER = 'p, li, td, blockquote, div';
const TEXT_LABEL = new RegExp(`^(?:${SOURCE_LABELS})$`, 'i');

export interface NamedSourcesDeps {
  /** the element that holds the article's text, or null where there is no running text */
  root: Element | null;
  /** the article's address, as it is cited */
  url: string;
  /** BCP 47 of the article, or null */
  language: string | null;
}

/** @returns each site once, those of the text and of photos in the order of the page, photos first */
export function findNamedSources(page: Document, deps: NamedSourcesDeps): NamedSource[] {
  const document = readPlain(page);
  const root = document === page ? deps.root : null;
  const base = readBase(document);
  const own = [readHost(deps.url), readHost(document.URL ?? ''), readHost(base)];
  const found = new Map<string, NamedSource>();
  for (const { credit, place } of findPlacedCredits(document)) {
    if (isBeside(place, root)) continue;
    const figure = place.closest('figure') ?? place;
    addCredit(credit, 'photo', readLinkedHosts(figure, base));
  }
  if (root === null) return [...found.values()];
  const linked = readLinkedHosts(root, base);
  for (const text of readBlocks(root)) {
    const credit = text.length <= LONGEST_CREDIT ? readStanding(text, deps.language) : null;
    if (credit !== null) addCredit(credit.credit, credit.kind, linked);
    else
      for (const one of findMentions(text, deps.language)) add(one.name, one.host, 'text', linked);
  }
  return [...found.values()];

  function addCredit(credit: Credit, kind: NamedSource['kinds'][number], hosts: string[]): void {
    for (const { name, url } of credit.links) add(name, readHost(url), kind, hosts);
  }

  function add(
    name: string,
    stated: string,
    kind: NamedSource['kinds'][number],
    hosts: string[],
  ): void {
    const host = stated.replace(/^www\./, '');
    if (host === '' || isSocial(host) || own.some((one) => isOneSite(one, host))) return;
    if (hosts.some((one) => isOneSite(one, host))) return;
    const known = found.get(host);
    if (known !== undefined) {
      if (!known.kinds.includes(kind)) known.kinds.push(kind);
    } else if (found.size < MOST_FOUND) {
      found.set(host, { name, url: `https://${readHost(`https://${stated}/`)}/`, kinds: [kind] });
    }
  }
}

/** Photos stand above the text too, but teasers of other articles have theirs as well. */
function isBeside(place: Element, root: Element | null): boolean {
  return root?.contains(place) !== true && place.closest(TEASER) !== null;
}

/** "Photo: bay.example", "Source: Radio Bay" as a paragraph of its own. */
function readStanding(
  text: string,
  language: string | null,
): { credit: Credit; kind: NamedSource['kinds'][number] } | null {
  const label = /[:：՝©]/.test(text) ? findLabels(text)[0] : undefined;
  if (label?.start !== 0) return null;
  const credit = readCredit(text, language);
  const word = /^[^\s:：՝]*/.exec(text)?.[0] ?? '';
  return credit && { credit, kind: TEXT_LABEL.test(word) ? 'text' : 'photo' };
}

/** The texts of the root's innermost blocks, in the order of the page. */
function readBlocks(root: Element): string[] {
  const texts: string[] = [];
  let length = 0;
  const add = (block: Element) => {
    const aside = block.closest(ASIDE);
    if (aside !== null && aside !== root && root.contains(aside)) return;
    const text = (block.textContent ?? '').slice(0, LONGEST_BLOCK).replace(/\s+/g, ' ').trim();
    if (text.length < 8) return;
    length += text.length;
    texts.push(text);
  };
  const blocks = root.querySelectorAll(BLOCKS.join(','));
  for (let i = 0; i < blocks.length && i < MOST_BLOCKS && length < MOST_TEXT; i += 1) {
    const block = blocks[i];
    if (block !== undefined && block.querySelector(INNER) === null) add(block);
  }
  if (blocks.length === 0) add(root);
  return texts;
}

/** The hosts to which the links within an element lead. */
function readLinkedHosts(element: Element, base: string): string[] {
  const hosts = new Set<string>();
  const links = element.getElementsByTagName('a');
  for (let i = 0; i < links.length && i < MOST_LINKS; i += 1) {
    const host = readHost(links[i]?.getAttribute('href') ?? '', base);
    if (host !== '') hosts.add(host);
  }
  return [...hosts];
}
