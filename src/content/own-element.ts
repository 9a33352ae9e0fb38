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
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  // Constructed sheets pass a page's strict policy, where a style element's rules may not.
  root.adoptedStyleSheets = styles.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return { host, root };
}
