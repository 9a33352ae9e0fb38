/** Whether a link leads to a page, however sites write its address: with www or without, with a slash at the end or not. */
import { chooseCanonical } from '../canonical-url.ts';

/** @returns null for what is no web address */
function nameAddress(address: string): string | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  // Without trackers, and what marks an AMP or print variant.
  const { host, pathname, search, hash } = new URL(chooseCanonical([], address));
  const bare = nameHost(host);
  const path = pathname.replace(/\/(?:index\.(?:html?|php))?$/i, '').replace(/\/amp$/i, '');
  return `${bare}${dropEscapes(`${path}${search}${hash}`)}`;
}

/** The host without what names a variant of it. */
export function nameHost(host: string): string {
  return host.toLowerCase().replace(/^(?:www\d?|m|mobile|amp)\.(?=.*\.)/, '');
}

/** Of addresses of pages, without regard to fragments, variants and trackers. */
export function isSameAddress(one: string, other: string): boolean {
  const named = nameAddress(one);
  return named !== null && named === nameAddress(other);
}

/** What parts an address into its pieces: escaped, it is another thing. */
const PARTING = '%/?#&=+;,:@';

/** An address in which nothing is escaped that need not be: parsers and Markdown differ in what they escape. */
function dropEscapes(address: string): string {
  return address.replace(/%[\da-f]{2}/gi, (code) => {
    const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return sign > ' ' && sign < '\x7f' && !PARTING.includes(sign) ? sign : code.toUpperCase();
  });
}
