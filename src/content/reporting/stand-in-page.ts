/**
 * Keeps the dialog standing on a page that takes it out or elsewhere, covers it, or marks it as not there: it is put
 * back on top, with what was typed. A page that insists gets its way, and the reader is told outside of the page.
 */
import { type OwnElement, removeElement } from '../own-element.ts';

/** Times in a row that the dialog is put back; one that stood for a while begins anew. */
const MOST_RETURNS = 6;
/** How long that is, in ms, and how often is looked whether something covers it. */
const STANDS = 2_000;
const LOOKS = 500;
/** Times between two looks that attributes are taken off the host at once: two that never give in would hang the page. */
const MOST_DROPS = 20;
/** An event of our own that asks whether listeners are left. */
const PROBE = 'sic-probe';

/**
 * @param own holds a dialog, which is shown already
 * @param onGivenUp the page does not let it stand; it is out by then, because in a shadow tree of the page's it would
 * be out of the shield's reach
 * @param onErased the page has written its document anew, which takes the listeners out of all that stood in it: the
 * dialog does nothing any more and is to be made anew; it is out by then
 * @returns takes it out for good
 */
export function standInPage(
  own: OwnElement,
  onGivenUp: () => void,
  onErased: () => void = onGivenUp,
): () => void {
  const { host, root } = own;
  let returns = 0;
  let returned = performance.now();
  let drops = 0;
  let hear = () => {};
  let focused = root.activeElement;
  const sheets = [...root.adoptedStyleSheets];

  function stop(): void {
    clearInterval(timer);
    observer.disconnect();
  }

  function takeOut(): void {
    stop();
    removeElement(own);
  }

  /** https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#document-open-steps */
  function isErased(): boolean {
    let isHeard = false;
    hear = () => {
      isHeard = true;
    };
    root.dispatchEvent(new Event(PROBE));
    return !isHeard;
  }

  function standUp(): void {
    if (isErased()) {
      takeOut();
      onErased();
      return;
    }
    const now = performance.now();
    returns = now - returned > STANDS ? 1 : returns + 1;
    returned = now;
    if (returns > MOST_RETURNS) {
      takeOut();
      onGivenUp();
      return;
    }
    put(document.documentElement);
  }

  function put(place: Element): void {
    place.append(host);
    // Another document, where the page may have taken it, has no use for these.
    root.adoptedStyleSheets = sheets;
    dropAttributes(host);
    const last = focused;
    const dialog = root.querySelector('dialog');
    // Out of the document it was modal no more, and one that is merely open can't be made so.
    dialog?.removeAttribute('open');
    dialog?.showModal();
    if (last instanceof HTMLElement) last.focus();
    watch();
  }

  /** The root may have become another. */
  function watch(): void {
    observer.disconnect();
    observer.observe(document, { childList: true });
    if (document.documentElement !== null) {
      observer.observe(document.documentElement, { childList: true });
    }
    observer.observe(host, { attributes: true });
  }

  function drop(): void {
    drops += 1;
    if (drops > MOST_DROPS) return;
    dropAttributes(host);
    // Else it would be told of its own doing.
    observer.takeRecords();
  }

  function noteFocus(): void {
    focused = root.activeElement ?? focused;
  }

  function look(): void {
    if (document.hidden || document.documentElement === null) return;
    noteFocus();
    drops = 0;
    if (host.hasAttributes() || isCovered(own)) standUp();
  }

  const observer = new MutationObserver((records) => {
    // Between two roots there is no place for it.
    if (document.documentElement === null) return watch();
    if (host.parentNode !== document.documentElement) return standUp();
    // Nobody has to set an attribute there: `aria-hidden` would take it from screen readers.
    if (records.some(({ type }) => type === 'attributes')) drop();
    else watch();
  });
  const timer = setInterval(look, LOOKS);
  root.addEventListener('focusin', noteFocus);
  root.addEventListener(PROBE, () => hear());
  watch();
  return takeOut;
}

function dropAttributes(host: Element): void {
  for (const name of host.getAttributeNames()) host.removeAttribute(name);
}

/** Whether a click on the middle of the dialog would go to something else. */
function isCovered({ host, root }: OwnElement): boolean {
  const box = root.querySelector('dialog')?.getBoundingClientRect();
  if (box === undefined || box.width === 0) return true;
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const hit = document.elementFromPoint(x, y);
  return hit !== null && hit !== host;
}
