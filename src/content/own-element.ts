/**
 * The elements that Sic adds to a page: one host each, its content in a closed shadow root, out of the
 * reach of the page's styles and scripts.
 */

/**
 * @param name the host's element name, which starts with `sic-` so that Sic's own text is not read
 * @param styles style sheets' texts
 */
export function createOwnElement(
  name: `sic-${string}`,
  styles: string[],
): { host: HTMLElement; root: ShadowRoot } {
  // Made in a document without custom elements: where the page has defined an element of this name, its
  // constructor would run before the shadow root is there, and could take it (attachInternals shows a closed one).
  const host = document.implementation.createHTMLDocument('').createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  document.adoptNode(host);
  // Constructed sheets pass a page's strict policy, where a style element's rules may not.
  root.adoptedStyleSheets = styles.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return { host, root };
}
