/** What reuse has to know on one page: whether copies are remembered there, and whose the page is. */
import { coversPage } from '../editor-site.ts';
import type { Policy, ReuseRule, Settings } from '../settings.ts';

export interface ReuseRuleFacts {
  settings: Pick<Settings, 'reuse'>;
  policy: Pick<Policy, 'reuse' | 'reuseSites'>;
  /** of the page */
  url: string;
  /** the site that the person has signed in for as an editor, or null */
  editorSite: string | null;
  /** the page is in a private window, of which nothing is to be known later */
  isPrivate: boolean;
}

export function decideReuseRule(facts: ReuseRuleFacts): ReuseRule {
  const { settings, policy, url, editorSite, isPrivate } = facts;
  const { reuse } = settings;
  const own = [...reuse.sites, ...policy.reuseSites, ...(editorSite === null ? [] : [editorSite])];
  return {
    remembers: !isPrivate && keepsLedger(settings, policy),
    holds: policy.reuse === 'required',
    isOwn: own.some((site) => coversPage(site, url)),
    commercial: reuse.commercial,
  };
}

/** The administrator's word counts before the person's. */
export function keepsLedger(
  { reuse }: Pick<Settings, 'reuse'>,
  policy: Pick<Policy, 'reuse'>,
): boolean {
  return policy.reuse === null ? reuse.ledger : policy.reuse !== 'off';
}
