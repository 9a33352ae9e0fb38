/** Whether a page is of the person's own sites, on which what is reused is checked without being asked for. */
import { decideReuseRule } from '../model/reuse/reuse-rule.ts';
import type { EditorAccess, Policy, Settings } from '../model/settings.ts';
import { type ContentSender, isLookedAt } from './read-page.ts';

export interface OwnPageDeps {
  /** asked in every article: not to wait long */
  loadPolicy(): Promise<Policy>;
  loadEditorAccess(): Promise<EditorAccess | null>;
}

/** @returns `isOwnPage(sender, settings)`; never rejects */
export function createIsOwnPage(deps: OwnPageDeps) {
  return async (sender: ContentSender, settings: Settings): Promise<boolean> => {
    if (!isLookedAt(sender)) return false;
    const { url, isPrivate } = sender;
    try {
      const [policy, access] = await Promise.all([deps.loadPolicy(), deps.loadEditorAccess()]);
      const editorSite = access?.site ?? null;
      return decideReuseRule({ settings, policy, url, editorSite, isPrivate }).isOwn;
    } catch {
      return false;
    }
  };
}
