/**
 * How a text that the browser made of a range relates to the DOM, learnt in one walk and without asking
 * for the style of every element: words that stand in the text as they stand in the DOM need no question.
 * Where they do not, the style tells whether they are hidden or shown in other letters.
 */
import { listNodes } from './range-nodes.ts';
import { isRendered } from './rendered.ts';

/** A stretch of the text (end exclusive) that is to read otherwise. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** An element between the words of a text. */
export interface Landmark {
  element: Element;
  /** where the last word before it begins: in the DOM and in the text; null where there is none */
  before: { node: Text; offset: number; start: number } | null;
}

export interface Alignment {
  /** where the DOM has other letters than are shown */
  replacements: Replacement[];
  /** in document order */
  landmarks: Landmark[];
  /** the first text of which there is something */
  first: Text | null;
}

/**
 * @param text what the browser gives for the range, letters as they are shown
 * @param isLandmark whether an element's place is asked for
 * @returns null where the text is not what the DOM's words make
 */
export function alignText(
  text: string,
  range: Range,
  isLandmark: (element: Element) => boolean,
): Alignment | null {
  // Hidden words may be taken for the same words that are shown behind them: then every element is asked.
  return align(text, range, isLandmark, false) ?? align(text, range, isLandmark, true);
}

/** @param asksFirst whether words are shown is asked before they are looked for */
function align(
  text: string,
  range: Range,
  isLandmark: (element: Element) => boolean,
  asksFirst: boolean,
): Alignment | null {
  const view = range.startContainer.ownerDocument?.defaultView;
  if (!view) return null;
  const alignment: Alignment = { replacements: [], landmarks: [], first: null };
  let before: Landmark['before'] = null;
  const isShown = createShownReader(view);
  let at = 0;
  for (const node of listNodes(range)) {
    if (node.nodeType === 1) {
      const element = node as Element;
      if (isLandmark(element)) alignment.landmarks.push({ element, before });
      continue;
    }
    const { data } = node as Text;
    const from = node === range.startContainer ? range.startOffset : 0;
    let to = node === range.endContainer ? range.endOffset : data.length;
    while (to > from && isSpace(data.charCodeAt(to - 1))) to -= 1;
    const start = skipSpace(data, from);
    if (start >= to) continue;
    at = skipSpace(text, at);
    if ((asksFirst || mayBeHidden(node)) && !isShown(node)) continue;
    const end = matchText(text, at, data.slice(start, to));
    if (end !== null) {
      alignment.first ??= node as Text;
      const offset = findLastWord(data, start, to);
      before = { node: node as Text, offset, start: end - (to - offset) };
      at = end;
    } else {
      const parent = findParent(node);
      if (parent === null) return null;
      const style = view.getComputedStyle(parent);
      if (!isRendered(parent, style)) continue;
      const shown = matchShown(text, at, data.slice(start, to), style.textTransform);
      if (shown === null) return null;
      alignment.replacements.push(...shown);
      alignment.first ??= node as Text;
      const last = shown.at(-1);
      if (last === undefined) return null;
      before = { node: node as Text, offset: findLastWord(data, start, to), start: last.start };
      at = last.end;
    }
  }
  return skipSpace(text, at) === text.length ? alignment : null;
}

/** Cheap to ask, and true of nearly all that is hidden. */
function mayBeHidden({ parentElement }: Node): boolean {
  return parentElement?.hasAttributes() === true && !parentElement.checkVisibility();
}

/** Asks each element once. */
function createShownReader(view: Window): (node: Node) => boolean {
  const known = new Map<Element, boolean>();
  return (node) => {
    const parent = findParent(node);
    if (parent === null) return false;
    const isShown = known.get(parent) ?? isRendered(parent, view.getComputedStyle(parent));
    known.set(parent, isShown);
    return isShown;
  };
}

/** The position behind a text that stands there but for its white space, else null. */
function matchText(text: string, from: number, words: string): number | null {
  if (text.startsWith(words, from)) return from + words.length;
  let at = from;
  for (let i = 0; i < words.length; ) {
    const code = words.charCodeAt(i);
    if (isSpace(code)) {
      i = skipSpace(words, i);
      at = skipSpace(text, at);
    } else if (text.charCodeAt(at) === code) {
      i += 1;
      at += 1;
    } else return null;
  }
  return at;
}

function matchShown(
  text: string,
  from: number,
  data: string,
  transform: string,
): Replacement[] | null {
  if (transform === 'none') return null;
  const replacements: Replacement[] = [];
  let at = from;
  for (const word of data.split(/[ \t\n\r\f]+/)) {
    at = skipSpace(text, at);
    const shown = findShownWord(text, at, word, transform);
    if (shown === null) return null;
    replacements.push({ start: at, end: at + shown.length, text: word });
    at += shown.length;
  }
  return replacements;
}

/** The word as a style shows it at a position; null where no style would show it so. */
function findShownWord(text: string, at: number, word: string, transform: string): string | null {
  if (transform !== 'capitalize') {
    const candidates = [word, word.toUpperCase(), word.toLowerCase()];
    return candidates.find((one) => text.startsWith(one, at)) ?? null;
  }
  // Which letters begin a word is for the browser to say.
  const shown = text.slice(at, at + word.length);
  return shown.toLowerCase() === word.toLowerCase() ? shown : null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** White space as style sheets collapse it. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11);
}

function findLastWord(data: string, from: number, to: number): number {
  let at = to;
  while (at > from && !isSpace(data.charCodeAt(at - 1))) at -= 1;
  return at;
}

function findParent(node: Node): Element | null {
  const { parentNode } = node;
  if (parentNode === null) return null;
  return parentNode.nodeType === 1
    ? (parentNode as Element)
    : ((parentNode as Partial<ShadowRoot>).host ?? null);
}
