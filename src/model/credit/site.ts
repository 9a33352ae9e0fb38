/** Finds the sites that a credit names in plain text: addresses, and hosts such as "vkd.tj" that are no file, no initials, no e-mail. */
import { compile } from './pattern.ts';

export interface NamedSite {
  host: string;
  /** the address as the text gives it, or https and the host */
  url: string;
  /** where it stands in the text */
  start: number;
  end: number;
  /** an address with its scheme, not a bare host */
  isAddress: boolean;
}

const ADDRESS = /https?:\/\/[^\s<>"'()[\]{}|\\^`]{4,300}/giu;
const HOST = () =>
  compile('(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,60}[\\p{L}\\p{N}])?\\.){1,4}\\p{L}{2,12}', 'g');
/** Endings of sites of news, besides the countries' two letters. "example" is reserved for examples. */
const ENDING =
  /^(?:[a-z]{2}|com|org|net|edu|gov|int|mil|info|biz|news|media|press|agency|photos?|pictures|images|gallery|blog|online|site|website|live|today|world|studio|digital|global|art|radio|africa|asia|berlin|london|paris|moscow|москва|cat|eus|gal|tatar|example|рф|укр|бел|қаз|срб|мкд|бг|мон|ею|ελ|հայ|გე|онлайн|сайт|дети|рус)$/u;
const NO_COUNTRY = /^(?:js|ts|cs|vb|go|db|gz|xz|pm|jr|sr)$/u;
const FILE_BEFORE = /^(?:index|readme|main|app|script)\./u;

/** @returns the sites in their order; a text has few, the rest is left out */
export function findSites(text: string): NamedSite[] {
  if (!text.includes('.')) return [];
  const sites: NamedSite[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(/[.,;:!?]+$/u, '');
    if (!URL.canParse(address)) continue;
    const host = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
    if (readEnding(host) === null) continue;
    const start = match.index;
    sites.push({ host, url: address, start, end: start + address.length, isAddress: true });
  }
  for (const match of text.matchAll(HOST())) {
    const start = match.index;
    const end = start + match[0].length;
    if (sites.some((site) => start < site.end && end > site.start)) continue;
    if (
      compile('[@\\p{L}\\p{N}_.-]').test(text[start - 1] ?? ' ') ||
      compile('[@\\p{L}\\p{N}_]').test(text[end] ?? ' ')
    )
      continue;
    if (!isHost(match[0])) continue;
    const host = match[0].toLowerCase();
    sites.push({ host, url: `https://${host}/`, start, end, isAddress: false });
  }
  return sites.sort((a, b) => a.start - b.start).slice(0, 4);
}

function isHost(word: string): boolean {
  const labels = word.split('.');
  const last = labels.at(-1) ?? '';
  const before = labels.at(-2) ?? '';
  const lower = word.toLowerCase();
  if (readEnding(lower) === null || FILE_BEFORE.test(lower)) return false;
  // "A.Be" is a person; "Иванов.Net" would be no address; "ABC.DE" and "abc.de" are.
  const isUpper = word === word.toUpperCase();
  if (!isUpper && last !== last.toLowerCase() && !/^(?:Ru|Com|Net|Org)$/.test(last)) return false;
  if (before.length === 1 && before !== before.toLowerCase() && !isUpper) return false;
  if (labels.every((label) => label.length < 2) || (isUpper && before.length < 3)) return false;
  return true;
}

/** @returns the host's ending where it is one of a site, and its letters fit those before it */
function readEnding(host: string): string | null {
  const ending = host.slice(host.lastIndexOf('.') + 1);
  if (!ENDING.test(ending) || NO_COUNTRY.test(ending)) return null;
  const hasForeign = /[^a-zªºà-öø-ɏḁ-ỿ\d.-]/.test(host);
  return hasForeign === /^[a-z]+$/.test(ending) ? null : ending;
}
