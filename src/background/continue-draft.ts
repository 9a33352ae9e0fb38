/** Brings a reader back to what they have begun: to the page that it is about, where its dialog opens again. */
import { cleanUrl } from '../model/canonical-url.ts';
import type { StoredDraft } from '../model/draft.ts';
import type { AskTab } from './ask-tab.ts';

export interface ContinueDraftDeps {
  askTab: AskTab;
  listTabs(): Promise<{ id: number; url: string }[]>;
  /** puts a tab in front */
  showTab(id: number): Promise<void>;
  /** opens a tab; gives its id, or null where the browser does not tell */
  openTab(url: string): Promise<number | null>;
  /** @param wait ms */
  pause(wait: number): Promise<void>;
}

/** How often a page that is still loading is asked, and how long between, in ms. */
const TURNS = 30;
const EVERY = 500;

/** @returns `continueDraft(draft)`: whether the page has taken it; resolves late where the page loads slowly */
export function createContinueDraft(deps: ContinueDraftDeps) {
  return async ({ canonical, page }: StoredDraft): Promise<boolean> => {
    const open = (await deps.listTabs()).find(({ url }) => (cleanUrl(url) ?? url) === page);
    if (open !== undefined) await deps.showTab(open.id);
    const tabId = open?.id ?? (await deps.openTab(page));
    if (tabId === null) return false;
    for (let turn = 0; turn < TURNS; turn += 1) {
      const answer = await deps.askTab(tabId, { type: 'report/continue', canonical }, 0);
      if (answer.ok) return true;
      await deps.pause(EVERY);
    }
    return false;
  };
}
