/**
 * Notices reports that nobody can see: a site named this endpoint, but no editor has a token for it. The
 * reports are kept, and whoever runs the endpoint is told once for each site while it runs.
 */
import { isPlainHost, readGroup } from '../sites.ts';
import type { TokenStore } from '../store/tokens.ts';

/** Strangers choose the sites: no more of them are told than a person would read. */
const SITE_LIMIT = 100;
/** Of one domain more would be invented. */
const DOMAIN_LIMIT = 5;
/** How long a site that was covered is taken to be so, in ms: a report is not to cost a question of its own. */
const VALIDITY = 60_000;
/** Sites that are known to be covered. Strangers choose the subdomains. */
const MOST_COVERED = 1_000;

export interface UncoveredSites {
  /** Is called for each stored report, with its site. Never rejects. */
  notice(site: string): Promise<void>;
}

/**
 * @param tokens where the editors' tokens are
 * @param tell gets the host name of a site, once; a plain one that may stand in a command
 * @param reportError is told why the tokens could not be read
 * @param now the clock, in epoch ms
 */
export function createUncoveredSites(deps: {
  tokens: Pick<TokenStore, 'isCovered'>;
  tell: (site: string) => void;
  reportError: (error: unknown) => void;
  now: () => number;
}): UncoveredSites {
  const told = new Set<string>();
  /** how many of a group of sites have been told */
  const counts = new Map<string, number>();
  /** until when sites are taken to be covered, epoch ms */
  const covered = new Map<string, number>();

  function isKnown(site: string): boolean {
    const until = covered.get(site) ?? Number.NEGATIVE_INFINITY;
    const left = until - deps.now();
    // A clock that was set back does not make it last longer.
    return left > 0 && left <= VALIDITY;
  }

  function isEnough(site: string): boolean {
    const ofDomain = counts.get(readGroup(site)) ?? 0;
    return told.has(site) || told.size >= SITE_LIMIT || ofDomain >= DOMAIN_LIMIT;
  }

  return {
    async notice(site) {
      if (isEnough(site) || !isPlainHost(site) || isKnown(site)) return;
      try {
        if (await deps.tokens.isCovered(site)) {
          if (covered.size >= MOST_COVERED) covered.clear();
          covered.set(site, deps.now() + VALIDITY);
          return;
        }
      } catch (error) {
        deps.reportError(error);
        return;
      }
      // Asked again: another report of the site may have come meanwhile.
      if (isEnough(site)) return;
      told.add(site);
      counts.set(readGroup(site), (counts.get(readGroup(site)) ?? 0) + 1);
      deps.tell(site);
    },
  };
}
