/**
 * Says when a page is to be judged: once it is parsed, when its address has become another, and when
 * something in it has changed. Nothing polls. One change is enough to make a look due, so the observer is
 * off from then until the look is over; each look makes the wait for the next twice as long, and after a
 * handful the page is left alone until it takes another address. A page that never stands still costs those
 * few looks, one that does costs nothing.
 */
import { watchAddress } from './watch-address.ts';
import { keepListening, listenOnWindow } from './window-listeners.ts';

/** From a change to the look at it, in ms: what comes in one go is mostly there by then. */
const FIRST_WAIT = 250;
/** Looks at one address; with the doubling wait, the last comes after a minute at the earliest. */
const MOST_LOOKS = 8;
/** Looks that a click of the reader's is worth where no event tells of addresses. */
const CLICK_LOOKS = 3;
/** Addresses that follow each other faster than this, in ms, share their looks. */
const RENEWAL = 3_000;

const CHANGES = {
  // What metas and links say; an attribute elsewhere changes no text.
  attributeFilter: ['content', 'href'],
  characterData: true,
  childList: true,
  subtree: true,
};

/** @param look judges the page; called when it is idle, and never while it is hidden or being prerendered */
export function watchPage(look: () => void): void {
  let left = 0;
  let wait = 0;
  let renewed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isParked = false;

  const observer = new MutationObserver(() => {
    plan();
    checkAddress();
  });
  const checkAddress = watchAddress(
    () => {
      if (performance.now() - renewed > RENEWAL) begin(FIRST_WAIT);
      else if (renewed > 0) plan();
    },
    () => {
      left = Math.max(left, CLICK_LOOKS);
      wait = FIRST_WAIT;
      observe();
    },
  );

  function observe(): void {
    if (left > 0 && timer === undefined) observer.observe(document, CHANGES);
  }

  function plan(): void {
    observer.disconnect();
    timer ??= setTimeout(lookWhenShown, wait);
  }

  function lookWhenShown(): void {
    isParked = document.hidden;
    // The timeout keeps a page that is never idle from waiting for ever.
    if (!isParked) requestIdleCallback(lookNow, { timeout: 2_000 });
  }

  function lookNow(): void {
    clearTimeout(timer);
    timer = undefined;
    left -= 1;
    wait = wait * 2 || FIRST_WAIT;
    checkAddress();
    look();
    observe();
  }

  function begin(firstWait: number): void {
    // What an address that is taken while the page is still coming in shows is seen once it is there.
    if (document.readyState === 'loading') return;
    clearTimeout(timer);
    timer = undefined;
    left = MOST_LOOKS;
    wait = firstWait;
    renewed = performance.now();
    plan();
  }

  function beginWhenParsed(): void {
    const start = () => begin(0);
    addEventListener('DOMContentLoaded', start, { once: true });
    start();
  }

  listenOnWindow('visibilitychange', () => {
    if (isParked) lookWhenShown();
  });
  keepListening(beginWhenParsed);
  beginWhenParsed();
}
