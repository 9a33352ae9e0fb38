/** What the terms of a source ask of a reuse, and what of it is not done. What the site says, never advice. */
import { readCommonsLicense } from '../attribution/commons-license.ts';
import { exceedsShare } from '../attribution/exceeds-share.ts';
import { findHome } from '../attribution/find-home.ts';
import type { Source, Terms } from '../source.ts';
import type { Finding, ReuseFault } from './finding.ts';
import type { LinkAt } from './reuse-text.ts';
import { isSameAddress, nameHost } from './same-address.ts';

export interface Reuse {
  source: Source;
  links: readonly LinkAt[];
  /** search engines are told to follow no link of the whole page */
  nofollow: boolean;
  /** the number of the paragraph that a link stands in, counted from 1 */
  readPosition(link: LinkAt): number;
  /** whether the text names the source, by its publisher's name or its host */
  isCredited: boolean;
  /** 0 to 1, null where it is not known */
  share: number | null;
  /** the reuse is commercial, null where that is not known */
  commercial: boolean | null;
}

export type Judgement = Pick<Finding, 'verdict' | 'faults' | 'remarks'>;

const NOFOLLOW = /(?:^|\s)(?:nofollow|ugc|sponsored)(?:\s|$)/;

export function judgeReuse(reuse: Reuse): Judgement {
  const { source, share, commercial } = reuse;
  const { terms } = source;
  const faults: ReuseFault[] = [];
  const isTooMuch = exceedsShare(terms, share ?? 0, 1);
  const asked = readAsked(source);
  // "No more than a third without permission": less needs none.
  const isGranted = (terms?.maxShare ?? null) !== null && share !== null && !isTooMuch;
  if (asked === 'permission' && !isGranted) faults.push('permission');
  if (asked === 'no-reuse' && !isGranted) faults.push('no-reuse');
  const link = judgeLinks(reuse);
  if (asked === 'link' && link !== null) faults.push(link);
  if (asked === 'credit' && link !== null && !reuse.isCredited) faults.push('credit');
  if (isTooMuch) faults.push('share');
  const isForNone =
    terms?.nonCommercial === true || readCommonsLicense(source)?.nonCommercial === true;
  if (isForNone && commercial === true) faults.push('non-commercial');
  const isLinked = link === null || (asked === 'credit' && reuse.isCredited);
  return {
    verdict: chooseVerdict(faults, isLinked),
    faults,
    remarks: isForNone && commercial === null ? ['non-commercial'] : [],
  };
}

function chooseVerdict(faults: readonly ReuseFault[], isLinked: boolean): Finding['verdict'] {
  if (faults.length === 0) return isLinked ? 'linked' : 'found';
  return faults.every((fault) => fault === 'link' || fault === 'credit') ? 'missing' : 'wrong';
}

function readAsked(source: Source): 'link' | 'credit' | 'permission' | 'no-reuse' | null {
  const { terms } = source;
  const kinds = [terms?.kind, terms?.also];
  if (kinds.includes('active-link-required')) return 'link';
  const isLinkNamed = terms?.link === 'active' || terms?.link === 'plain';
  if (kinds.includes('free-with-credit')) return isLinkNamed ? 'link' : 'credit';
  if (kinds.includes('cc-license')) return isLinkNamed ? 'link' : 'credit';
  if (terms?.kind === 'permission-required') return 'permission';
  if (terms?.kind === 'no-reuse') return 'no-reuse';
  return readCommonsLicense(source) === null ? null : 'credit';
}

/** @returns the fault of the link that has the fewest, null where one has none */
function judgeLinks(reuse: Reuse): ReuseFault | null {
  const { source, links } = reuse;
  const { terms } = source;
  const host = readHost(source.url);
  const home = findHome(source);
  const asked = home === null ? null : readHost(home.url);
  const isAtHome = asked !== null && isWithin(host, asked);
  let best: ReuseFault = 'link';
  for (const link of links) {
    const there = readHost(link.href);
    const isPage = isSameAddress(link.href, source.url);
    const isHome = home !== null && there !== null && isWithin(there, asked);
    // Who is asked to link the site may link its article.
    const isRight = home === null ? isPage : isHome || (isPage && isAtHome);
    if (!isRight) {
      if (isPage) best = 'page';
      else if (there !== null && there === host && isFront(link.href)) best = 'home';
      continue;
    }
    const fault = judgeForm(reuse, link, terms);
    if (fault === null) return null;
    best = fault;
  }
  return best;
}

function judgeForm(reuse: Reuse, link: LinkAt, terms: Terms | null): ReuseFault | null {
  const isHidden = reuse.nofollow || NOFOLLOW.test(link.rel);
  if (terms?.indexable === true && isHidden) return 'nofollow';
  const lowest = terms?.position ?? null;
  return lowest !== null && reuse.readPosition(link) > lowest ? 'position' : null;
}

function readHost(address: string): string | null {
  return /^https?:/i.test(address) && URL.canParse(address)
    ? nameHost(new URL(address).hostname)
    : null;
}

function isWithin(host: string | null, site: string | null): boolean {
  return host !== null && site !== null && (host === site || host.endsWith(`.${site}`));
}

function isFront(address: string): boolean {
  const { pathname } = new URL(address);
  return /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w{1,5})?$/i.test(pathname);
}
