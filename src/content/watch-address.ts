/**
 * Tells when a page takes another address without loading. The Navigation API says it at once. Where it is
 * missing (Firefox before 147) no event tells of pushState: there it is seen by what comes with it, which is a
 * step through the history, another head (nearly every route sets its title), or what the reader just pressed.
 * https://developer.mozilla.org/en-US/docs/Web/API/Navigation#browser_compatibility
 */
import { listenOnWindow } from './window-listeners.ts';

/**
 * @param onChange called after the address has changed
 * @param onInput called, where no event tells of addresses, when the reader may have gone elsewhere
 * @returns looks at the address at once: to be called where a change could have passed unseen
 */
export function watchAddress(onChange: () => void, onInput: () => void): () => void {
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
  const observer = new MutationObserver(checkHead);
  function checkHead(): void {
    const { documentElement, head } = document;
    // The page may have put another head in place; one that is observed already is not observed twice.
    if (documentElement) observer.observe(documentElement, { childList: true });
    if (head) observer.observe(head, { characterData: true, childList: true, subtree: true });
    check();
  }
  for (const type of ['popstate', 'hashchange']) listenOnWindow(type, check);
  for (const type of ['click', 'keydown']) listenOnWindow(type, onInput, { passive: true });
  checkHead();
  return checkHead;
}

/** The address as far as it says what is read: a fragment is a part of it only where it is a route. */
function readAddress(): string {
  return location.href.replace(/#(?![!/]).*$/s, '');
}
