/**
 * Listeners on the window that outlive document.open(), which takes all of them away: they are put back,
 * in their order, as soon as the document has another root. Where one still stands, adding it again
 * changes nothing.
 * https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#document-open-steps
 */
const added: (() => void)[] = [];

/** Adds a listener for the capture phase. */
export function listenOnWindow<T extends keyof WindowEventMap>(
  type: T,
  listener: (event: WindowEventMap[T]) => void,
  options?: AddEventListenerOptions,
): void;
export function listenOnWindow(
  type: string,
  listener: (event: Event) => void,
  options?: AddEventListenerOptions,
): void;
export function listenOnWindow(
  type: string,
  listener: (event: never) => void,
  options: AddEventListenerOptions = {},
): void {
  const add = () =>
    addEventListener(type, listener as EventListener, { ...options, capture: true });
  added.push(add);
  add();
}

/** @param onNewRoot called after the listeners were put back */
export function keepListening(onNewRoot: () => void): void {
  let root = document.documentElement;
  // Observers of the document itself stay through document.open().
  new MutationObserver(() => {
    if (document.documentElement === root) return;
    root = document.documentElement;
    for (const add of added) add();
    onNewRoot();
  }).observe(document, { childList: true });
}
