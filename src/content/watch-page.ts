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
/** Looks that a press of the reader's is worth where no event tells of addresses. */
const INPUT_LOOKS = 3;
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
  let renewed = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isParked = false;

  const observer = new MutationObserver(() => {
    plan();
    checkAddress();
  });
  const checkAddress = watchAddress(renew, () => {
    left = Math.max(left, INPUT_LOOKS);
    wait = FIRST_WAIT;
    if (timer === undefined) observer.observe(document, CHANGES);
  });

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
    if (left > 0 && timer === undefined) observer.observe(document, CHANGES);
  }

  function begin(firstWait: number): void {
    clearTimeout(timer);
    timer = undefined;
    left = MOST_LOOKS;
    wait = firstWait;
    renewed = performance.now();
    plan();
  }

  function renew(): void {
    if (document.readyState === 'loading') return;
    if (performance.now() - renewed > RENEWAL) begin(FIRST_WAIT);
    else {
      left = Math.max(left, 1);
      plan();
    }
  }

  function beginWhenParsed(): void {
    const start = () => begin(0);
    if (document.readyState !== 'loading') start();
    else addEventListener('DOMContentLoaded', start, { once: true });
  }

  listenOnWindow('visibilitychange', () => {
    if (isParked) lookWhenShown();
  });
  keepListening(beginWhenParsed);
  beginWhenParsed();
}
