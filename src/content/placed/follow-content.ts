/**
 * Says when a page's text is to be looked at again for what is sought in it. Nothing polls. While something is
 * missing, any change of the page is worth a look; while all stands, only a change that takes one of the found places
 * away. Each look makes the wait for the next twice as long, and after a handful it is given up, so that a page that
 * never stands still costs those few looks, and one that does costs nothing.
 */

/** From a change to the look at it, in ms: what comes in one go is mostly there by then. */
const FIRST_WAIT = 250;
/** Looks from one beginning to the end; with the doubling wait, the last comes after half a minute at the earliest. */
const MOST_LOOKS = 8;
/** ms that a page has been loaded, and that have gone by since the last look, for what shows to be believed */
const SETTLES = 1_500;
/** A timer may end some ms early by the page's clock, which browsers make coarse. */
const CLOCK_SLACK = 100;
/** What has not come after so many ms is waited for no longer. */
const GIVEN_UP = 120_000;
/** The timeout keeps a page that is never idle from waiting for ever. */
const IDLE = { timeout: 2_000 };

/** What a look has shown. */
export interface Outlook {
  /** something is not there: any change is worth another look */
  isMissing: boolean;
  /** something has to be seen again, once the page has settled */
  isUnsure: boolean;
  /** what was found: it is looked for again where the page takes it out */
  places: readonly Range[];
}

export interface ContentFollower {
  /** Looks soon, and again when there is reason to, with all the patience that there is. */
  begin(): void;
  stop(): void;
}

/**
 * @param look called when the page is idle, and never while it is hidden. `isSettled`: the page is loaded, neither that
 * nor the look before was a moment ago, and what was found then has stood still since
 */
export function followContent(look: (isSettled: boolean) => Outlook): ContentFollower {
  let left = 0;
  let wait = 0;
  let begun = 0;
  let looked = 0;
  /** when the page was found loaded; null before */
  let loaded: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle = 0;
  let found: { range: Range; text: string }[] = [];
  /** what was found is to be seen again, untouched meanwhile */
  let isSettling = false;
  let hasTurned = false;

  const anywhere = new MutationObserver((records) => {
    if (performance.now() - begun > GIVEN_UP) anywhere.disconnect();
    else if (!records.every(isOurs)) plan(wait);
  });
  const around = new MutationObserver(() => {
    if (found.every(isStanding)) return;
    hasTurned = true;
    if (isSettling) return;
    begun = performance.now();
    plan(wait);
  });

  function plan(ms: number): void {
    rest();
    timer = setTimeout(lookWhenShown, ms);
  }

  /** Awaits nothing any more. */
  function rest(): void {
    isSettling = false;
    clearTimeout(timer);
    cancelIdleCallback(idle);
    anywhere.disconnect();
    around.disconnect();
    removeEventListener('load', hearLoad);
    document.removeEventListener('visibilitychange', lookWhenShown);
  }

  function lookWhenShown(): void {
    rest();
    if (document.hidden) document.addEventListener('visibilitychange', lookWhenShown);
    else idle = requestIdleCallback(lookNow, IDLE);
  }

  function hearLoad(): void {
    loaded = performance.now();
    plan(SETTLES + CLOCK_SLACK);
  }

  function lookNow(): void {
    left -= 1;
    wait = wait * 2 || FIRST_WAIT;
    const now = performance.now();
    if (document.readyState === 'complete') loaded ??= now;
    const isSettled = loaded !== null && now - Math.max(loaded, looked) >= SETTLES && !hasTurned;
    looked = now;
    hasTurned = false;
    const { isMissing, isUnsure, places } = look(isSettled);
    found = places.map((range) => ({ range, text: String(range) }));
    if (left <= 0) return;
    if (isUnsure && loaded !== null) {
      plan(SETTLES + CLOCK_SLACK);
      isSettling = true;
      observeAround(around, places);
      return;
    }
    if (isUnsure) addEventListener('load', hearLoad, { once: true });
    if (isMissing || isUnsure) {
      anywhere.observe(document, { characterData: true, childList: true, subtree: true });
    }
    observeAround(around, places);
  }

  return {
    begin() {
      left = MOST_LOOKS;
      wait = 0;
      begun = performance.now();
      found = [];
      plan(0);
    },
    stop() {
      left = 0;
      found = [];
      rest();
    },
  };
}

/** Hears of changes in these places, and of what takes out an element that one of them stands in; of nothing else. */
function observeAround(observer: MutationObserver, places: readonly Range[]): void {
  const within = new Set(places.map(({ commonAncestorContainer }) => commonAncestorContainer));
  const above = new Set<Node>();
  for (const place of within) {
    let node = findAbove(place);
    while (node !== null && !above.has(node)) {
      above.add(node);
      node = findAbove(node);
    }
  }
  // To observe a node once more takes the place of what was asked of it before.
  for (const node of above) if (!within.has(node)) observer.observe(node, { childList: true });
  for (const node of within) {
    observer.observe(node, { characterData: true, childList: true, subtree: true });
  }
}

function findAbove(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

function isStanding({ range, text }: { range: Range; text: string }): boolean {
  return range.startContainer.isConnected && String(range) === text;
}

/** Whether a change is of elements that Sic has put in or taken out. */
function isOurs({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  return (
    type === 'childList' &&
    [...addedNodes, ...removedNodes].every(({ nodeName }) => /^sic-/i.test(nodeName))
  );
}
