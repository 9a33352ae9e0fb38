/**
 * Which articles an editor's token is about: those of its site and of what lies below it. An endpoint names that
 * site itself, so a name that is shared by many owners ("com", "github.io") covers nothing below it: else it
 * would be told of every article there that its editor opens.
 */
import { getDomain } from 'tldts';

/**
 * @param site host name, as the endpoint has told it
 * @param url of a page
 */
export function coversPage(site: string, url: string): boolean {
  const covered = readHost(`https://${site}/`);
  const host = /^https?:/i.test(url) ? readHost(url) : '';
  if (covered === '' || host === '') return false;
  if (host === covered) return true;
  return host.endsWith(`.${covered}`) && getDomain(covered, { allowPrivateDomains: true }) !== null;
}

/** In Punycode, as browsers write it, without the dot that may end it; '' where there is none. */
function readHost(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : '';
}
