/**
 * What Chromium itself found for the fragment that the page was opened with, against what was selected. The
 * range comes from the browser's own search (FragmentDirective.getMatchingRange, behind a flag), and the
 * page has to stand scrolled to it. Runs in the page.
 */
import { type Place, recallPlace } from './choose-selection.ts';

/** What the flag adds to the types' own interface. */
interface Matched {
  getMatchingRange(): Promise<Range>;
}

/** right: that passage, in view · nothing: none was found · wrong: another passage, or not in view */
export interface Sight {
  verdict: 'right' | 'nothing' | 'wrong';
  wanted: string;
  found: string;
  why: string;
}

/** A page may scroll smoothly. */
const LOOKS = 100;
const PAUSE_MS = 50;
/** The longest word that a selection is widened to. */
const LONGEST_WORD = 60;

export async function lookAtTarget(place: Place): Promise<Sight> {
  const wanted = recallPlace(place);
  if (wanted === null) throw new Error('the page is not the one that was selected in');
  const text = { wanted: shorten(String(wanted)), found: '' };
  const found = await readTarget();
  if (found === null) {
    if (scrollY === 0) return { verdict: 'nothing', ...text, why: 'nothing found' };
    return { verdict: 'wrong', ...text, why: 'scrolled, but nothing is marked' };
  }
  const said = { ...text, found: shorten(String(found)) };
  const gap = compare(wanted, found);
  if (gap !== null) return { verdict: 'wrong', ...said, why: gap };
  for (let look = 0; look < LOOKS; look += 1) {
    if (isInView(found)) return { verdict: 'right', ...said, why: '' };
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return { verdict: 'wrong', ...said, why: `not in view at ${scrollY}` };
}

async function readTarget(): Promise<Range | null> {
  const items: unknown = Reflect.get(document.fragmentDirective, 'items');
  const item: unknown = Array.isArray(items) ? items[0] : undefined;
  if (!isMatched(item)) throw new Error('the browser took no directive off the address');
  try {
    return await item.getMatchingRange();
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'NotFoundError') return null;
    throw fault;
  }
}

function isMatched(item: unknown): item is Matched {
  return typeof item === 'object' && item !== null && 'getMatchingRange' in item;
}

/**
 * The same signs, white space aside, or those of the words that the selection begins and ends in.
 * @returns what differs, or null
 */
function compare(wanted: Range, found: Range): string | null {
  const start = measure(found, wanted, 'start');
  const end = measure(wanted, found, 'end');
  if (start === null) return 'begins behind the selection';
  if (end === null) return 'ends before the selection';
  if (/\s/.test(start) || start.length > LONGEST_WORD) return `begins too early: ${shorten(start)}`;
  if (/\s/.test(end) || end.length > LONGEST_WORD) return `ends too late: ${shorten(end)}`;
  return null;
}

/** The visible text between the starts, or the ends, of two ranges; null where they stand the other way. */
function measure(first: Range, second: Range, edge: 'start' | 'end'): string | null {
  const how = edge === 'start' ? Range.START_TO_START : Range.END_TO_END;
  const isAhead = first.compareBoundaryPoints(how, second) <= 0;
  const [one, other] = isAhead ? [first, second] : [second, first];
  const between = document.createRange();
  if (edge === 'start') {
    between.setStart(one.startContainer, one.startOffset);
    between.setEnd(other.startContainer, other.startOffset);
  } else {
    between.setStart(one.endContainer, one.endOffset);
    between.setEnd(other.endContainer, other.endOffset);
  }
  const text = readVisible(between);
  return isAhead || text === '' ? text : null;
}

function readVisible(range: Range): string {
  let text = '';
  const walker = document.createTreeWalker(range.commonAncestorContainer);
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue;
    if (node.parentElement?.checkVisibility({ visibilityProperty: true }) === false) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.data.length;
    text += node.data.slice(from, to);
  }
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim();
}

/** The browser puts the middle of the passage into view, which of a tall one may be what stands between its blocks. */
function isInView(range: Range): boolean {
  const { top, bottom, left, right, width } = range.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && width > 0;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 100)} … ${line.slice(-50)}` : line;
}
