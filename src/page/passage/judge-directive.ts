/**
 * Whether a browser that searches a page for a text directive comes to the very passage that it was made for.
 * The search is done in folded text: where a part stands there only once, no browser finds it elsewhere.
 * https://wicg.github.io/scroll-to-text-fragment/#find-a-range-from-a-text-directive
 */
import { foldSearched } from '../../model/fold-searched.ts';
import type { TextDirective } from '../../model/text-fragment-directive.ts';
import type { PageText } from './page-text.ts';

/** unique: found there and nowhere else · first: found there before elsewhere · wrong: not to be used */
export type Verdict = 'unique' | 'first' | 'wrong';

/**
 * @param from where the passage begins in the page's folded text
 * @param to where it ends
 */
export function judgeDirective(
  { folded: { text: folded } }: PageText,
  from: number,
  to: number,
  { prefix, start, end, suffix }: TextDirective,
): Verdict {
  const before = foldSearched(prefix);
  const first = foldSearched(start);
  const behind = foldSearched(suffix);
  if (first === '') return 'wrong';
  const at = from - before.length;
  if (end === '') {
    // Where something stands between the passage and its context, the context is not next to it.
    return from + first.length === to ? locate(folded, before + first + behind, at) : 'wrong';
  }
  const verdict = locate(folded, before + first, at);
  if (verdict === 'wrong') return 'wrong';
  const last = foldSearched(end);
  return isNext(folded, last, behind, from + first.length, to - last.length) ? verdict : 'wrong';
}

function locate(folded: string, words: string, at: number): Verdict {
  if (folded.indexOf(words) !== at) return 'wrong';
  return folded.indexOf(words, at + 1) === -1 ? 'unique' : 'first';
}

/** Whether the first of a range's last words, with what has to follow, are those at a place. */
function isNext(folded: string, last: string, behind: string, from: number, at: number): boolean {
  if (last === '' || at < from || folded.indexOf(last + behind, from) !== at) return false;
  // A browser goes on behind what it found without its suffix: what overlaps the place would hide it.
  const overlapping = folded.indexOf(last, Math.max(from, at - last.length + 1));
  return overlapping === at;
}
