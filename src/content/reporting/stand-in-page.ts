/**
 * Keeps the dialog standing on a page that takes it out, covers it, or marks it as not there: it is put back on
 * top, with what was typed. A page that insists gets its way, and the reader is told outside of the page.
 */
import { type OwnElement, removeElement } from '../own-element.ts';

/** Times in a row that the dialog is put back; one that stood for a while begins anew. */
const MOST_RETURNS = 6;
/** How long that is, in ms, and how often is looked whether something covers it. */
const STANDS = 2_000;
const LOOKS = 500;

/**
 * @param own holds a dialog, which is shown already
 * @param onGivenUp the page does not let it stand; it is left as it is then
 * @returns takes it out for good
 */
export function standInPage(own: OwnElement, onGivenUp: () => void): () => void {
  const { host, root } = own;
  let returns = 0;
  let returned = performance.now();
  let focused: Element | null = null;

  function stop(): void {
    clearInterval(timer);
    observer.disconnect();
    root.removeEventListener('focus', rememberFocus, true);
  }

  function standUp(): void {
    // A document may be without a root for a moment; the next one is told of.
    if (document.childElementCount === 0) return;
    const now = performance.now();
    returns = now - returned > STANDS ? 1 : returns + 1;
    returned = now;
    if (returns > MOST_RETURNS) {
      stop();
      onGivenUp();
      return;
    }
    put();
  }

  function put(): void {
    document.documentElement.append(host);
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
    observer.observe(document.documentElement, { childList: true });
    observer.observe(host, { attributes: true });
  }

  function look(): void {
    if (document.hidden) return;
    if (isCovered(own)) standUp();
  }

  const observer = new MutationObserver((records) => {
    if (!host.isConnected) standUp();
    // Nobody has to set an attribute there: `aria-hidden` would take it from screen readers.
    else if (records.some(({ type }) => type === 'attributes')) dropAttributes(host, observer);
    else watch();
  });
  // No focus is kept by what is taken out.
  const rememberFocus = ({ target }: Event): void => {
    if (target instanceof Element) focused = target;
  };
  root.addEventListener('focus', rememberFocus, true);
  focused = root.activeElement;
  const timer = setInterval(look, LOOKS);
  watch();
  return () => {
    stop();
    removeElement(own);
  };
}

function dropAttributes(host: Element, observer: MutationObserver): void {
  for (const name of host.getAttributeNames()) host.removeAttribute(name);
  // Else it would be told of its own doing.
  observer.takeRecords();
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
