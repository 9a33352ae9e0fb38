/**
 * Tells when a page takes another address without loading. The Navigation API says it at once. Where it is
 * missing (Firefox before 147) no event tells of pushState: there it is seen by what comes with it, which is a
 * step through the history, another head (nearly every route sets its title), or what the reader just pressed.
 * https://developer.mozilla.org/en-US/docs/Web/API/Navigation#browser_compatibility
 */
import { listenOnWindow } from './window-listeners.ts';

/**
 * @param onChange called after the address has changed
 * @param onClick called, where no event tells of addresses, when the reader may be going elsewhere
 * @returns looks at the address at once: to be called whenever the page is looked at
 */
export function watchAddress(onChange: () => void, onClick: () => void): () => void {
  let address = readAddress();
  const check = () => {
    const before = address;
    address = readAddress();
    if (address !== before) onChange();
  };
  const { navigation } = globalThis as { navigation?: EventTarget };
  if (navigation !== undefined) {
    navigation.addEventListener('currententrychange', check);
    return check;
  }
  const observer = new MutationObserver(check);
  // A fragment that changes tells of itself in the same way as a step through the history.
  listenOnWindow('popstate', check);
  listenOnWindow('click', onClick);
  return () => {
    const { head } = document;
    // The page may have put in another; to observe the same again changes nothing.
    if (head) observer.observe(head, { characterData: true, childList: true, subtree: true });
    check();
  };
}

/** The address as far as it says what is read: a fragment is a part of it only where it is a route. */
export function readAddress(): string {
  return location.href.replace(/#(?![!/]).*$/s, '');
}
