/**
 * The elements that Sic adds to a page: one host each, its content in a closed shadow root, out of the
 * reach of the page's styles and scripts.
 */
import { shareParts } from './parts.ts';

export interface OwnElement {
  host: HTMLElement;
  root: ShadowRoot;
}

/**
 * @param name the host's element name, which starts with `sic-` so that Sic's own text is not read
 * @param styles style sheets' texts
 * @param view of the page that it is for: where a frame's is said on the page around it, not this one's
 */
export function createOwnElement(
  name: `sic-${string}`,
  styles: string[],
  view: Window & typeof globalThis = window,
): OwnElement {
  const { document } = view;
  // Made in a document without custom elements: where the page has defined an element of this name, its
  // constructor would run before the shadow root is there, and could take it (attachInternals shows a closed one).
  const host = document.implementation.createHTMLDocument('').createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  document.adoptNode(host);
  // Constructed sheets pass a page's strict policy, where a style element's rules may not.
  root.adoptedStyleSheets = styles.map((text) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return { host, root };
}

/**
 * Keeps what a reader does in an element of ours from the page. Only the events that never leave a shadow root
 * (submit, change, cancel, close) still reach what stands in it; of each keystroke its form is told by a `change`.
 */
export function shieldElement({ host, root }: OwnElement): void {
  shareParts().shielded?.set(host, ({ type }) => {
    if (type === 'input') root.querySelector('form')?.dispatchEvent(new Event('change'));
  });
}

export function removeElement({ host }: OwnElement): void {
  shareParts().shielded?.delete(host);
  host.remove();
}
