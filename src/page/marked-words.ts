/**
 * What a person has marked: words that are selected, or else the place in a text that was clicked last, where
 * the caret stands. Asked on a key press in every page, so it looks no further than the place itself; what the
 * marked words are is found out by `describeWords`, once a part is there that needs to know.
 */
import { isInEditor } from './editable.ts';
import { findElement } from './find-element.ts';
import { findCaret, findPlace, isNode } from './selected/find-ranges.ts';

/** What a key press belongs to while it has the focus, not to a caret that was left in a text. */
const INTERACTIVE =
  'a[href],area[href],button,summary,select,input,textarea,audio,video,object,embed,iframe,' +
  '[role=button],[role=link],[role=switch],[role=checkbox],[role=radio],[role=tab],[role^=menuitem],[role=option],[role=slider],' +
  // Whole articles can be focused too, for the sake of links to them or of scrolling.
  '[tabindex]:not([tabindex^="-"],html,body,main,article,section,pre,[role=main],[role=article],[role=region],[role=document],[role=feed])';
/** Elements of a selection without words of its own that are asked for a shadow tree. */
const MOST_ASKED = 1_000;
const ENDS_IN_WORD = /[\p{L}\p{M}\p{N}]$/u;
const BEGINS_WITH_WORD = /^[\p{L}\p{M}\p{N}]/u;

/**
 * Never throws, whatever the page has done to its document.
 * @param event the event that asks, null where there is none
 * @returns what is selected (of several ranges in one tree all from the first to the last), in an editor too;
 *   where nothing is, the caret as a collapsed range, if it touches a word that is shown and that nobody types
 *   in, and the event does not come from a control. A clone; null where nothing is marked
 */
export function findMarked(event: Event | null, document: Document): Range | null {
  try {
    const place = findPlace(event, document);
    if (place === null) {
      const caret = findCaret(event, document);
      return caret !== null && isAtWord(caret) && !isFromControl(event) ? caret : null;
    }
    const range = joinRanges(place.ranges);
    return range !== null && (range.toString().trim() !== '' || holdsHost(range)) ? range : null;
  } catch {
    return null;
  }
}

/** @param ranges in document order */
function joinRanges(ranges: Range[]): Range | null {
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return null;
  const root = first.startContainer.getRootNode();
  if (ranges.every(({ startContainer }) => startContainer.getRootNode() === root))
    first.setEnd(last.endContainer, last.endOffset);
  return first;
}

/** A range knows no words of the open shadow trees in it. */
function holdsHost(range: Range): boolean {
  const { startContainer, startOffset, commonAncestorContainer } = range;
  const walker = document.createTreeWalker(commonAncestorContainer, 1);
  walker.currentNode = startContainer.childNodes[startOffset] ?? startContainer;
  let node: Node | null = walker.currentNode;
  for (let left = MOST_ASKED; node !== null && left > 0; left -= 1) {
    const words = (node as Partial<Element>).shadowRoot?.textContent ?? '';
    if (words.trim() !== '' && range.intersectsNode(node)) return true;
    node = walker.nextNode();
  }
  return false;
}

/** Whether a caret in a text that is shown has a letter or a digit on either side. */
function isAtWord({ startContainer, startOffset }: Range): boolean {
  const data = startContainer.nodeValue ?? '';
  const before = data.slice(Math.max(0, startOffset - 2), startOffset);
  const behind = data.slice(startOffset, startOffset + 2);
  if (!ENDS_IN_WORD.test(before) && !BEGINS_WITH_WORD.test(behind)) return false;
  // A text may stand right in a shadow tree, or in a slot.
  const { parentNode } = startContainer;
  const around = findElement(parentNode) ?? (parentNode as Partial<ShadowRoot> | null)?.host;
  return around?.checkVisibility({ visibilityProperty: true }) === true && !isInEditor(around);
}

function isFromControl(event: Event | null): boolean {
  return (
    event?.composedPath().some((one) => isNode(one) && one.nodeType === 1 && isControl(one)) ===
    true
  );
}

/** By the prototype's own: a form's fields may go by the name of any method. */
function isControl(element: Node): boolean {
  return Element.prototype.matches.call(element, INTERACTIVE);
}
