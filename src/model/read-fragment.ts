/**
 * The text fragment that a report brings along as a selector of its own. Whoever has made it saw the page, and so
 * knows better than a later composer which words tell the place apart; but it is anybody's, and ends in a link.
 * https://www.w3.org/TR/annotation-model/#fragment-selector
 */
import type { Selector } from './annotation.ts';

/** What such a selector conforms to. */
export const TEXT_FRAGMENT_SPECIFICATION = 'https://wicg.github.io/scroll-to-text-fragment/';
const START = ':~:text=';
/** Characters of a directive: longer links are cut by what they are pasted into. */
const DIRECTIVE_LIMIT = 2_000;
/** What may stand in a URL's fragment (RFC 3986, section 3.5), without the sign that begins another directive. */
const DIRECTIVE = /^(?:[\w\-.~!$'()*+,;=:@/?]|%[\dA-Fa-f]{2})+$/;

/** @returns the directive, percent-encoded: what stands behind `:~:text=`; null where there is none to be trusted */
export function readFragment(selectors: readonly Selector[]): string | null {
  for (const selector of selectors) {
    if (selector.type !== 'FragmentSelector' || !('value' in selector)) continue;
    const { conformsTo, value } = selector;
    if (conformsTo !== TEXT_FRAGMENT_SPECIFICATION || typeof value !== 'string') continue;
    if (!value.startsWith(START)) continue;
    const directive = value.slice(START.length);
    if (directive.length <= DIRECTIVE_LIMIT && DIRECTIVE.test(directive)) return directive;
  }
  return null;
}
