/** Where terms want the link beside the article's own: the site's front page, or a host that they name. */
import { DIGIT, LETTER } from '../letters.ts';
import type { Source } from '../source.ts';

export interface Home {
  url: string;
  /** how it is called where the publisher's name may not stand for it */
  host: string;
  /** the site that the article stands on, so that the publisher's name may be the link */
  isOwn: boolean;
}

const SIGN = `${LETTER}${DIGIT}`;
const HOST = new RegExp(`^(?=.{1,253}$)[${SIGN}][${SIGN}-]*(?:\\.[${SIGN}-]+)+$`);

/** @returns null where the article's own address is all that is asked for */
export function findHome({ url, terms }: Pick<Source, 'url' | 'terms'>): Home | null {
  const target = terms?.target ?? null;
  if (target === null || target === 'page' || !isWebAddress(url)) return null;
  const page = new URL(url);
  const own = page.hostname.replace(/^www\./, '');
  const asked = target === 'home' ? own : readHost(target);
  if (asked === null) return null;
  const home = asked === own ? `${page.origin}/` : `https://${asked}/`;
  // The article is the front page itself.
  if (home === page.href) return null;
  const isOwn = asked === own || own.endsWith(`.${asked}`) || asked.endsWith(`.${own}`);
  return { url: home, host: target === 'home' ? page.host.replace(/^www\./, '') : target, isOwn };
}

/** @returns the host as addresses have it (lower case, Punycode), null where it is none */
function readHost(target: string): string | null {
  if (!HOST.test(target) || !URL.canParse(`https://${target}/`)) return null;
  return new URL(`https://${target}/`).hostname.replace(/^www\./, '');
}

/** Only these become links. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url) && URL.canParse(url);
}
