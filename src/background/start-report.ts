/**
 * Opens the report dialog on a page at a person's wish: from the context menu, a shortcut or the popup. What is
 * selected, and in which of the page's frames, only the frames know; each keeps its selection when the person goes
 * on in another, so that they are asked in the order in which they are likely to be meant.
 */
import type { AskTab } from './ask-tab.ts';

/** @returns whether some frame had words to report; where none has, the page says so, and where the popup asks, the popup */
export function createStartReport(askTab: AskTab) {
  /** @param frameId the frame that the person pointed at, or null for any */
  return async (tabId: number, frameId: number | null, saysEmpty = true): Promise<boolean> => {
    const ask = async (frame: number | null, isMeant: boolean) =>
      (await askTab(tabId, { type: 'report/start', isMeant }, frame)).ok;
    const started =
      frameId === null
        ? (await ask(0, false)) || (await ask(null, false)) || (await ask(0, true))
        : await ask(frameId, true);
    if (!started && saysEmpty) await askTab(tabId, { type: 'report/empty' }, 0);
    return started;
  };
}
