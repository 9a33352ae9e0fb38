/**
 * The text that the browser itself would put on the clipboard for a selection. No API tells it: what
 * `toString()` gives comes near, and what it lacks is found out where that can be done for sure. Where it
 * cannot, there is no text: better no source than another text.
 */
import { readAsChromiumCopies } from './chromium-text.ts';
import type { Place } from './find-ranges.ts';
import { readAsFirefoxCopies } from './firefox-text.ts';

/** @returns the text/plain that a plain copy would have, line breaks as \n; null where it is not known */
export function readCopiedText({ selection, ranges }: Place): string | null {
  const [range] = ranges;
  if (range === undefined) return null;
  const isGecko = CSS.supports('-moz-appearance', 'none');
  const text = isGecko
    ? readAsFirefoxCopies(selection, ranges)
    : readAsChromiumCopies(selection, range);
  return text === null ? null : text.replace(/\u00a0/g, ' ');
}
