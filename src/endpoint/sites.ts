/**
 * What a site is here: a host name as URLs write it. An editor's token for a site holds for its subdomains,
 * too. Sites are kept in groups by the last two labels of their names, so that everything a token can
 * cover lies together in an index; a name of one label and an address are groups of their own, and so
 * nothing lies below them.
 */

/** A host name that can be typed in a shell, or an address. URLs allow `$(x)` in a host; no domain does. */
const PLAIN_HOST =
  /^([a-z\d_]([a-z\d_-]*[a-z\d_])?(\.[a-z\d_]([a-z\d_-]*[a-z\d_])?)*|\[[\da-f:.]+\])$/;
/** Octets that a name in the domain name system can have. */
export const HOST_LIMIT = 253;

/** The site that an article belongs to: its host name, lower case, without port or closing dot. */
export function readSite(url: string): string {
  return new URL(url).hostname.replace(/\.$/, '');
}

/** The sites that lie together with this one: an address, or the last two labels of the name. */
export function readGroup(site: string): string {
  return isAddress(site) ? site : site.split('.').slice(-2).join('.');
}

/** The sites whose settings hold for this one, the nearest first: itself, and what it is a subdomain of within its group. */
export function listParents(site: string): string[] {
  const group = readGroup(site);
  const parents = [site];
  for (let name = site; name !== group; ) {
    name = name.slice(name.indexOf('.') + 1);
    parents.push(name);
  }
  return parents;
}

/** Whether a token for `site` lets its editor see the reports about `host`. */
export function coversHost(site: string, host: string): boolean {
  return site === host || (readGroup(site) === readGroup(host) && host.endsWith(`.${site}`));
}

/** Whether a site is named as hosts are. Only such a name may stand in a command that people copy. */
export function isPlainHost(site: string): boolean {
  return site.length <= HOST_LIMIT && PLAIN_HOST.test(site);
}

/**
 * Reads a site as a person types it.
 * @returns the host name as URLs write it (lower case, Punycode), or one sentence on what is wrong
 */
export function readTypedSite(
  text: string,
): { ok: true; site: string } | { ok: false; message: string } {
  if (text.includes('/')) {
    const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
    const host = URL.canParse(url) ? readSite(url) : '';
    const hint = isPlainHost(host) ? `: ${host}` : ', such as news.example.org';
    return { ok: false, message: `--site must be a host name alone, not a URL${hint}` };
  }
  if (/:\d*$/.test(text) && !text.includes('::')) {
    return { ok: false, message: '--site must be a host name without a port.' };
  }
  if (text.startsWith('*.')) {
    return { ok: false, message: '--site needs no `*.`: a site’s subdomains are covered, too.' };
  }
  const site =
    /[?#@\\\s]/.test(text) || !URL.canParse(`http://${text}`) ? '' : readSite(`http://${text}`);
  if (isPlainHost(site)) return { ok: true, site };
  return { ok: false, message: '--site must be a host name, such as news.example.org.' };
}

function isAddress(site: string): boolean {
  return site.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(site);
}
