/**
 * Which elements a browser looks into when it searches a page for a text fragment, and where text stops
 * being one run of words. After https://wicg.github.io/scroll-to-text-fragment/#search-invisible and what
 * Chromium does beyond it: shadow trees and what stands in fields are searched, closed details as well.
 */

/**
 * run: its text flows on with the text around it · wall: its text, or it, parts the text before from that behind ·
 * shut: as a wall, with nothing in it that is searched · none: as if it were not there
 */
export type Way = 'run' | 'wall' | 'shut' | 'none';

/** Elements by whose names alone the way is known; what of them is not displayed is taken for a wall too. */
const KNOWN = new Map<string, Way>();
for (const [way, names] of [
  [
    'shut',
    'area audio base br canvas col embed frame hr iframe img meter object param picture progress source track video',
  ],
  ['none', 'link meta noscript script style template wbr'],
] as const) {
  for (const name of names.split(' ')) KNOWN.set(name, way);
}
const BOXES = new Set(['svg', 'math']);
const OWN_ELEMENT_PREFIX = 'sic-';

/** What can be said of an element without its style; null where it is needed. */
export function judgeByName({ localName }: Element): Way | null {
  return KNOWN.get(localName) ?? (localName.startsWith(OWN_ELEMENT_PREFIX) ? 'shut' : null);
}

export function judgeByStyle(element: Element, style: CSSStyleDeclaration): Way {
  const { display } = style;
  // Stands in the line as an image does: spaces before and behind it stay two.
  if (display === 'inline' && BOXES.has(element.localName)) return 'wall';
  if (display === 'inline' || display === 'contents') return 'run';
  if (display === 'none') return 'none';
  // A ruby's base and its reading are one run to a browser's search, and so one word.
  if (display.startsWith('ruby')) return 'run';
  if (element.localName === 'select' && !isListBox(element)) return 'shut';
  return 'wall';
}

function isListBox(select: Element): boolean {
  return select.hasAttribute('multiple') || Number(select.getAttribute('size') ?? 0) > 1;
}

/** What a field shows of itself, which browsers search although it is no text of the page; or null. */
export function readField(element: Element): string | null {
  const { localName } = element;
  if (localName !== 'input' && localName !== 'textarea') return null;
  const value: unknown = Reflect.get(element, 'value');
  return `${typeof value === 'string' ? value : ''} ${element.getAttribute('placeholder') ?? ''}`;
}
