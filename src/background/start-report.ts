/**
 * Opens the report dialog on a page at a person's wish: from the context menu, a shortcut or the popup. What is
 * selected, and in which of the page's frames, only the frames know.
 */
import type { AskTab } from './ask-tab.ts';

/** @returns whether some frame had words to report; where none has, the page says so, and where the popup asks, the popup */
export function createStartReport(askTab: AskTab) {
  /** @param frameId the frame that the person pointed at, or null for any */
  return async (tabId: number, frameId: number | null, saysEmpty = true): Promise<boolean> => {
    const started = await askTab(tabId, { type: 'report/start' }, frameId);
    if (started.ok) return true;
    if (saysEmpty) await askTab(tabId, { type: 'report/empty' }, 0);
    return false;
  };
}
