/** Compares what a contender said with what is true, in the page where both are ranges. */
import type { Answer } from './contender.ts';
import type { Truth } from './edits/edit.ts';

export interface Judgement {
  /** right: the given range is the true place, by half at least · wrong: it is not · none: no range is given */
  place: 'right' | 'wrong' | 'none';
  verdict: Answer['verdict'];
  /** whether the range is the true one to the letter, white space aside */
  exact: boolean;
  /** whether what stands there now was given, of words that were corrected */
  replaced: boolean;
  /** what was said, for a person */
  said: string;
}

/** What there is in a text that is more than space: ranges are measured by it. */
const EMPTY = /[\s\u00ad\u200b\u2060\ufeff]/g;
const SHOWN = 90;

/**
 * @param place the true range; null where the words are deleted
 * @param text what stands there
 */
export function judge(answer: Answer, truth: Truth, place: Range | null, text: string): Judgement {
  const { verdict, replacement } = answer;
  const range = answer.range !== null && measure(answer.range) > 0 ? answer.range : null;
  const given = range?.toString() ?? '';
  const isRight = range !== null && place !== null && overlaps(range, place);
  const what = verdict === 'fixed' ? (replacement ?? '') : given;
  return {
    // A replacement that is claimed without a place is as much of a claim.
    place: isRight
      ? 'right'
      : range !== null || (verdict === 'fixed' && what !== '')
        ? 'wrong'
        : 'none',
    verdict,
    exact: isRight && tidy(given) === tidy(text),
    replaced: truth === 'corrected' && isRight && tidy(what) === tidy(text),
    said: verdict === 'none' ? 'not found' : `${verdict} “${tidy(what).slice(0, SHOWN)}”`,
  };
}

/** By half of the longer of both, at least: neither a letter of it nor the whole page is the place. */
function overlaps(one: Range, other: Range): boolean {
  const root = one.commonAncestorContainer.getRootNode();
  if (root !== other.commonAncestorContainer.getRootNode()) return false;
  const both = document.createRange();
  const startsLater = one.compareBoundaryPoints(Range.START_TO_START, other) > 0 ? one : other;
  const endsEarlier = one.compareBoundaryPoints(Range.END_TO_END, other) < 0 ? one : other;
  both.setStart(startsLater.startContainer, startsLater.startOffset);
  both.setEnd(endsEarlier.endContainer, endsEarlier.endOffset);
  // Where the end comes before the start, setting it has moved the start along.
  if (both.startContainer !== startsLater.startContainer) return false;
  if (both.startOffset !== startsLater.startOffset) return false;
  return measure(both) * 2 >= Math.max(measure(one), measure(other));
}

function measure(range: Range): number {
  return range.toString().replace(EMPTY, '').length;
}

function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
