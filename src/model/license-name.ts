/** Licences by the names that people know them by. */

const COMMONS =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z-]{2,20})(?:\/(\d\.\d))?/i;
const PUBLIC_DOMAIN: Record<string, string> = { zero: 'CC0', mark: 'Public Domain Mark' };

/**
 * @param url address of a licence
 * @returns "CC BY-NC 4.0" for a licence of Creative Commons (https://creativecommons.org/licenses/), null of others
 */
export function nameLicense(url: string): string | null {
  const [, shelf, code = '', version] = COMMONS.exec(url) ?? [];
  if (shelf === undefined) return null;
  const key = code.toLowerCase();
  const isFree = shelf.toLowerCase() === 'publicdomain';
  const name = isFree
    ? Object.hasOwn(PUBLIC_DOMAIN, key)
      ? PUBLIC_DOMAIN[key]
      : undefined
    : `CC ${key.toUpperCase()}`;
  return name === undefined ? null : [name, version].filter(Boolean).join(' ');
}
