/**
 * The searched text of a page, kept ready: gathered while the page is idle and somebody has selected text, thrown
 * away when the page changes. Nothing is watched before there is something to keep.
 */
import { type Gathering, gatherPageText, type PageText } from './page-text.ts';
import { openTimeBox, type TimeBox } from './time-box.ts';

export interface PassageIndex {
  /** Begins to gather in idle time; for a selection that may be copied soon. Cheap where all is ready. */
  prepare(): void;
  /** The text as the page now is, gathered at once where it is not ready; null when the time is up. */
  read(time: TimeBox): PageText | null;
  /** Lets go of everything. */
  close(): void;
}

/** What shows or hides text without a change of the text. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'open', 'slot', 'value', 'dir'];
/** ms of work in one idle moment, so that a key press never waits for long */
const SLICE = 4;
/** A page that never stands still is not gathered for ever: as many idle moments for one selection. */
const SLICES = 50;

export function createPassageIndex(document: Document): PassageIndex {
  let gathering: Gathering | null = null;
  let text: PageText | null = null;
  let idle: number | null = null;
  let slices = 0;
  const observer = new MutationObserver(forget);

  function forget(): void {
    observer.disconnect();
    gathering = null;
    text = null;
  }

  function advance(time: TimeBox): PageText | null {
    // A change that has not been told yet.
    if (observer.takeRecords().length > 0) forget();
    if (text !== null) return text;
    const view = document.defaultView;
    const { body } = document;
    if (view === null || body === null) return null;
    if (gathering === null) {
      gathering = gatherPageText(body, view);
      const what = { childList: true, characterData: true, subtree: true };
      // All of it: a class of the root, or a style sheet that comes late, shows and hides text as well.
      observer.observe(document.documentElement, {
        ...what,
        attributes: true,
        attributeFilter: ATTRIBUTES,
      });
    }
    text = gathering.advance(time);
    return text;
  }

  function waitForIdle(): void {
    if (idle !== null || slices <= 0) return;
    idle = document.defaultView?.requestIdleCallback?.(goOn) ?? null;
  }

  function goOn(): void {
    idle = null;
    slices -= 1;
    if (advance(openTimeBox(SLICE, () => performance.now())) === null) waitForIdle();
  }

  return {
    prepare: () => {
      slices = SLICES;
      waitForIdle();
    },
    read: advance,
    close: () => {
      if (idle !== null) document.defaultView?.cancelIdleCallback?.(idle);
      idle = null;
      slices = 0;
      forget();
    },
  };
}
