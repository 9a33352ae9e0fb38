/** Whether a page is light or dark where an element stands, whatever the reader's system prefers. */

/** @returns by the nearest painted background; light where there is none, as a browser paints */
export function readGround(element: Element): 'light' | 'dark' {
  const view = element.ownerDocument.defaultView;
  for (let one: Element | null = element; one !== null && view !== null; one = one.parentElement) {
    const colour = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(
      view.getComputedStyle(one).backgroundColor,
    );
    if (colour === null || Number(colour[4] ?? 1) < 0.5) continue;
    const [red, green, blue] = colour.slice(1, 4).map(Number) as [number, number, number];
    return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? 'dark' : 'light';
  }
  return 'light';
}
