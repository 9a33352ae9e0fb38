/**
 * Notices reports that nobody can see: a site named this endpoint, but no editor has a token for it. The
 * reports are kept, and whoever runs the endpoint is told once for each site while it runs.
 */
import { isPlainHost } from './sites.ts';
import type { TokenStore } from './store/tokens.ts';

/** Strangers choose the sites: no more of them are told than a person would read. */
const SITE_LIMIT = 100;

export interface UncoveredSites {
  /** Is called for each stored report, with its site. Never rejects. */
  notice(site: string): Promise<void>;
}

/**
 * @param tokens where the editors' tokens are
 * @param tell gets the host name of a site, once; a plain one that may stand in a command
 * @param reportError is told why the tokens could not be read
 */
export function createUncoveredSites(deps: {
  tokens: TokenStore;
  tell: (site: string) => void;
  reportError: (error: unknown) => void;
}): UncoveredSites {
  const told = new Set<string>();
  return {
    async notice(site) {
      if (told.has(site) || told.size >= SITE_LIMIT || !isPlainHost(site)) return;
      try {
        if (await deps.tokens.isCovered(site)) return;
      } catch (error) {
        deps.reportError(error);
        return;
      }
      // Asked again: another report of the site may have come meanwhile.
      if (told.has(site)) return;
      told.add(site);
      deps.tell(site);
    },
  };
}
