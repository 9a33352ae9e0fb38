/**
 * Which elements a browser looks into when it searches a page for a text fragment, and where text stops
 * being one run of words. After https://wicg.github.io/scroll-to-text-fragment/#search-invisible and what
 * Chromium does beyond it: shadow trees and what stands in fields are searched, closed details as well.
 */

/** run: text flows on · wall: text before and behind is not one run · none: is as if it were not there */
export type Bounds = 'run' | 'wall' | 'none';

export interface Way {
  bounds: Bounds;
  /** whether what it contains is searched */
  enters: boolean;
  /** the computed style, where it was needed */
  style: CSSStyleDeclaration | null;
}

/** Elements whose contents are never searched; each stands in the way of a run as an image does. */
const CLOSED = new Set(
  'area audio base canvas col embed frame hr iframe img link meta meter noscript object param picture progress script source style template track video'.split(
    ' ',
  ),
);
/** Of these only what is not displayed is no wall. */
const WITHOUT_BOX = new Set('link meta noscript script style template'.split(' '));
const RUNNING = /^(inline|contents|ruby(-text|-base)?)$/;
const OWN_ELEMENT_PREFIX = 'sic-';

const RUNS_ON: Way = { bounds: 'none', enters: false, style: null };
const WALL: Way = { bounds: 'wall', enters: false, style: null };

export function judgeElement(element: Element, view: Window): Way {
  const { localName } = element;
  if (localName === 'wbr') return RUNS_ON;
  if (WITHOUT_BOX.has(localName)) return RUNS_ON;
  if (localName === 'br' || CLOSED.has(localName)) return WALL;
  if (localName.startsWith(OWN_ELEMENT_PREFIX)) return WALL;
  const style = view.getComputedStyle(element);
  const { display } = style;
  if (display === 'none') return RUNS_ON;
  // A ruby's base and its reading are one run to a browser's search, and so one word.
  if (RUNNING.test(display)) return { bounds: 'run', enters: true, style };
  if (localName === 'select' && !isListBox(element)) return WALL;
  if (style.contentVisibility === 'hidden' && element.getAttribute('hidden') !== 'until-found') {
    return WALL;
  }
  return { bounds: 'wall', enters: true, style };
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
