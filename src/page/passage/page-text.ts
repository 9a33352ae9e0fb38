/**
 * The text of a page as browsers search it for a text fragment: in the order of the flat tree, and parted into
 * runs that no part of a fragment can cross. It is gathered step by step, so that it can be done while the
 * page is idle; most of its cost is that of code that runs for the first time, so it is kept plain.
 */
import { createFoldedText, type FoldedText } from './folded-text.ts';
import { judgeByName, judgeByStyle, readField, type Way } from './searched-elements.ts';
import type { TimeBox } from './time-box.ts';

export interface Piece {
  /** null for what no range can point at: a field's value */
  node: Text | null;
  /** the number of its run */
  run: number;
}

export interface PageText {
  readonly pieces: readonly Piece[];
  /** the pieces' text, folded */
  readonly folded: FoldedText;
  /** the number of a text node's piece; undefined for what is not searched */
  findPiece(node: Text): number | undefined;
}

export interface Gathering {
  /** Goes on until all is gathered, or the time is up. */
  advance(time: TimeBox): PageText | null;
}

/** An element that is being read. */
interface Level {
  style: CSSStyleDeclaration;
  isWall: boolean;
  /** of its own text; null until it is asked for */
  isVisible: boolean | null;
  /** what a slot was given, in the place of its children, and how far it has been read */
  given: readonly Node[] | null;
  at: number;
}

/** Nodes between two looks at the clock. */
const STEPS = 32;
const BLANK = /^[ \t\n\r\f]*$/;

/** @param root usually the body; what of it is not rendered is left out */
export function gatherPageText(root: Element, view: Window): Gathering {
  const pieces: Piece[] = [];
  const numbers = new Map<Text, number>();
  const folded = createFoldedText();
  const levels: Level[] = [];
  let run = 0;
  let isAtWall = true;
  let node: Node | null = root;

  const put = (owner: Text | null, data: string) => {
    if (isAtWall) run += 1;
    isAtWall = false;
    if (owner !== null) numbers.set(owner, pieces.length);
    pieces.push({ node: owner, run });
    folded.add(data);
  };
  const addText = (text: Text) => {
    const { data } = text;
    // White space between blocks; in a run it parts words.
    if (isAtWall && BLANK.test(data)) return;
    const level = levels[levels.length - 1];
    if (level === undefined) return;
    level.isVisible ??= level.style.visibility === 'visible';
    if (level.isVisible) put(text, data);
  };
  /** @returns the first node in the element that is to be read */
  const enter = (element: Element): Node | null => {
    const known = judgeByName(element);
    if (known !== null) {
      isAtWall ||= known === 'shut';
      return null;
    }
    const tree: Node = element.shadowRoot ?? element;
    const given = tree === element ? readSlot(element) : null;
    const first = given?.[0] ?? tree.firstChild;
    const field = first === null || element.localName === 'textarea' ? readField(element) : null;
    // What is empty may part a run, no more; style is dear.
    if (first === null && field === null && isAtWall) return null;
    const style = view.getComputedStyle(element);
    const way: Way = judgeByStyle(element, style);
    if (way === 'none') return null;
    if (way !== 'run' || field !== null) isAtWall = true;
    if (field !== null) {
      put(null, field);
      isAtWall = true;
      return null;
    }
    if (way === 'shut' || first === null) return null;
    levels.push({ style, isWall: way === 'wall', isVisible: null, given, at: 0 });
    return first;
  };
  /** The node to be read after one and all that is in it; leaves the elements that end there. */
  const move = (from: Node): Node | null => {
    let behind = from;
    for (let level = levels[levels.length - 1]; level !== undefined; ) {
      const { given } = level;
      level.at += 1;
      const next = given === null ? behind.nextSibling : given[level.at];
      if (next != null) return next;
      isAtWall ||= level.isWall;
      behind = given === null ? findParent(behind) : findSlot(behind);
      levels.pop();
      level = levels[levels.length - 1];
    }
    return null;
  };

  return {
    advance: (time) => {
      for (let step = 1; node !== null; step += 1) {
        if (step % STEPS === 0 && time.isUp()) return null;
        const { nodeType }: Node = node;
        if (nodeType === 3) addText(node as Text);
        const first: Node | null = nodeType === 1 ? enter(node as Element) : null;
        node = first ?? move(node);
      }
      return folded.fold(time) ? { pieces, folded, findPiece: (text) => numbers.get(text) } : null;
    },
  };
}

/** What a slot was given; null for what is no slot, or has nothing but its own children. */
function readSlot(element: Element): readonly Node[] | null {
  if (element.localName !== 'slot' || !('assignedNodes' in element)) return null;
  const given = (element as HTMLSlotElement).assignedNodes();
  return given.length > 0 ? given : null;
}

function findSlot(given: Node): Node {
  return (given as Element | Text).assignedSlot ?? given;
}

function findParent(node: Node): Node {
  const { parentNode } = node;
  if (parentNode === null) return node;
  return parentNode.nodeType === 11 && 'host' in parentNode
    ? (parentNode as ShadowRoot).host
    : parentNode;
}

export function isText(node: Node): node is Text {
  return node.nodeType === 3 || node.nodeType === 4;
}
