/**
 * The text of a page as browsers search it for a text fragment: in the order of the flat tree, parted into
 * runs that no part of a fragment can cross, and folded for the search. It is gathered step by step, so
 * that it can be done while the page is idle.
 */
import { foldSearched } from '../../model/fold-searched.ts';
import { judgeElement, readField } from './searched-elements.ts';
import type { TimeBox } from './time-box.ts';

export interface Piece {
  /** null for what no range can point at: a field's value */
  node: Text | null;
  /** the number of its run */
  run: number;
  /** where it begins in the folded text */
  start: number;
}

export interface PageText {
  readonly pieces: readonly Piece[];
  /** all pieces' text, folded */
  readonly folded: string;
  /** the number of a text node's piece; undefined for what is not searched */
  findPiece(node: Text): number | undefined;
}

export interface Gathering {
  /** Goes on until all is gathered, or the time is up. */
  advance(time: TimeBox): PageText | null;
}

/** Leaves an element: what held around it holds again. */
interface Leave {
  wall: boolean;
  around: CSSStyleDeclaration | null;
}

/** Nodes between two looks at the clock. */
const STEPS = 32;
const BLANK = /^[ \t\n\r\f]*$/;

/** @param root usually the body; what of it is not rendered is left out */
export function gatherPageText(root: Element, view: Window): Gathering {
  const pieces: Piece[] = [];
  const numbers = new Map<Text, number>();
  const folded: string[] = [];
  let length = 0;
  let run = 0;
  let isAtWall = true;
  let around: CSSStyleDeclaration | null = null;
  /** of the text in the present element; null until it is asked for */
  let isVisible: boolean | null = null;
  let done: PageText | null = null;
  const stack: (Node | Leave)[] = [root];

  const put = (node: Text | null, data: string) => {
    if (isAtWall) run += 1;
    isAtWall = false;
    if (node !== null) numbers.set(node, pieces.length);
    pieces.push({ node, run, start: length });
    const text = foldSearched(data);
    folded.push(text);
    length += text.length;
  };
  const addText = (node: Text) => {
    const { data } = node;
    // White space between blocks; in a run it parts words.
    if (isAtWall && BLANK.test(data)) return;
    isVisible ??= around?.visibility === 'visible';
    if (isVisible) put(node, data);
  };
  const enter = (element: Element) => {
    const field = readField(element);
    const { bounds, enters, style } = judgeElement(element, view);
    if (bounds === 'wall' || field !== null) isAtWall = true;
    if (field !== null) {
      if (style !== null) put(null, field);
      isAtWall = true;
      return;
    }
    if (!enters) return;
    stack.push({ wall: bounds === 'wall', around });
    around = style;
    isVisible = null;
    pushChildren(element, stack);
  };

  return {
    advance: (time) => {
      for (let step = 1; done === null; step += 1) {
        if (step % STEPS === 0 && time.isUp()) return null;
        const one = stack.pop();
        if (one === undefined) {
          const text = folded.join('');
          done = { pieces, folded: text, findPiece: (node) => numbers.get(node) };
        } else if ('wall' in one) {
          around = one.around;
          isVisible = null;
          isAtWall ||= one.wall;
        } else if (isText(one)) addText(one);
        else if (isElement(one)) enter(one);
      }
      return done;
    },
  };
}

/** What is shown in an element's place: its shadow tree, what a slot was given, or its own children. */
function pushChildren(element: Element, stack: (Node | Leave)[]): void {
  const { shadowRoot } = element;
  if (shadowRoot === null && element.localName === 'slot') {
    const given = isSlot(element) ? element.assignedNodes() : [];
    if (given.length > 0) {
      for (const node of given.toReversed()) stack.push(node);
      return;
    }
  }
  const parent = shadowRoot ?? element;
  for (let child = parent.lastChild; child !== null; child = child.previousSibling) {
    stack.push(child);
  }
}

export function isText(node: Node): node is Text {
  return node.nodeType === 3 || node.nodeType === 4;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isSlot(element: Element): element is HTMLSlotElement {
  return element.localName === 'slot' && 'assignedNodes' in element;
}
