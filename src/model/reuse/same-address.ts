/** Whether a link leads to a page, however sites write its address: with www or without, with a slash at the end or not. */
import { chooseCanonical } from '../canonical-url.ts';

/** @returns null for what is no web address */
function nameAddress(address: string): string | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  // Without trackers, and what marks an AMP or print variant.
  const { host, pathname, search, hash } = new URL(chooseCanonical([], address));
  const bare = nameHost(host);
  const path = pathname.replace(/\/(?:index\.(?:html?|php))?$/i, '').replace(/\/amp$/i, '');
  return `${bare}${decode(path)}${search}${hash}`;
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

/** An address with letters of its script, and the same escaped. */
function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
