/**
 * Places where keys and copying belong to the person who types, to a manager of passwords, or to code: Sic
 * keeps out of them, also where they stand in open shadow trees.
 */

import { findElement } from './find-element.ts';
import type { Selected } from './selected/read-selected.ts';

/** What is typed into, and secrets, whatever element shows them. */
const FIELD =
  'input, textarea, select, [role="textbox"], [role="searchbox"], .CodeMirror, .cm-editor, .monaco-editor, .ace_editor, [autocomplete~="one-time-code" i], [autocomplete~="current-password" i], [autocomplete~="new-password" i]';
/** What managers of passwords put into pages as their own, by the names that their elements have kept. */
const MANAGER =
  '[data-lastpass-root], [data-lastpass-icon-root], [data-lastpass-infield], #bit-notification-bar, #bit-notification-bar-iframe, [class^="kpxc-"], [class*=" kpxc-"]';
const MANAGER_ELEMENT = /^(?:com-1password-|protonpass-|dashlane-)/;
const CODE =
  'pre, code, kbd, samp, .hljs, .prism, .blob-code, .syntaxhighlighter, .highlighttable, [class*="highlight"] table:has(pre, code)';

/** Whether a node stands in an input, a text area, an editor or a document in design mode. */
export function isInEditor(node: Node | null): boolean {
  for (let element = findElement(node); element !== null; element = findHost(element)) {
    if (element.closest(FIELD) !== null) return true;
    if (element.ownerDocument.designMode === 'on') return true;
    const host = element.closest('[contenteditable]');
    if (host !== null && host.getAttribute('contenteditable')?.toLowerCase() !== 'false') {
      return true;
    }
  }
  return false;
}

/**
 * Whether what is selected belongs to the person who types or to a manager of passwords, or is code: its
 * copy is never changed.
 */
export function isOffLimits({ target, ranges }: Pick<Selected, 'target' | 'ranges'>): boolean {
  if (isInEditor(target) || isInManager(target)) return true;
  return ranges.some((range) => isInEditor(range.commonAncestorContainer) || isCode(range));
}

/** Whether a selection lies in code from one end to the other; white space around it does not count. */
export function isCode(range: Range): boolean {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const document = startContainer.ownerDocument;
  if (document === null) return false;
  if (findCode(range.commonAncestorContainer) !== null) return true;
  const first = findCode(startContainer.childNodes[startOffset] ?? startContainer);
  const last = findCode(endContainer.childNodes[endOffset - 1] ?? endContainer);
  if (first === null && last === null) return false;
  // As where a line of code is selected with what stands before or behind it, or two blocks with what is between
  // them, which is nothing.
  const rest = document.createRange();
  if (first === null) rest.setStart(startContainer, startOffset);
  else rest.setStartAfter(first);
  if (last === null) rest.setEnd(endContainer, endOffset);
  else rest.setEndBefore(last);
  return rest.toString().trim() === '';
}

function findCode(node: Node): Element | null {
  for (let element = findElement(node); element !== null; element = findHost(element)) {
    const code = element.closest(CODE);
    if (code !== null) return code;
  }
  return null;
}

function isInManager(node: Node | null): boolean {
  for (let element = findElement(node); element !== null; element = findHost(element)) {
    if (element.closest(MANAGER) !== null) return true;
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      if (MANAGER_ELEMENT.test(one.localName)) return true;
    }
  }
  return false;
}

/** The host of the open shadow tree that an element stands in. */
function findHost(element: Element): Element | null {
  return (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}
