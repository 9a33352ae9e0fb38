/** Places where keys and copying belong to the person who types or to code: Sic keeps out of them. */

import { findElement } from './find-element.ts';
import type { Selected } from './selected/read-selected.ts';

const CODE = 'pre, code, kbd, samp, [class*="CodeMirror"], .monaco-editor, .cm-editor';

/** Whether a node stands in an input, a text area, an editor or a document in design mode. */
export function isInEditor(node: Node | null): boolean {
  const element = findElement(node);
  if (element === null) return false;
  if (element.closest('input, textarea, select, [role="textbox"], [role="searchbox"]') !== null) {
    return true;
  }
  if (element.ownerDocument.designMode === 'on') return true;
  const host = element.closest('[contenteditable]');
  return host !== null && host.getAttribute('contenteditable')?.toLowerCase() !== 'false';
}

/** Whether what is selected belongs to the person who types, or is code: its copy is never changed. */
export function isOffLimits({ target, ranges }: Pick<Selected, 'target' | 'ranges'>): boolean {
  return (
    isInEditor(target) ||
    ranges.some((range) => isInEditor(range.commonAncestorContainer) || isCode(range))
  );
}

/** Whether a selection lies in code from one end to the other. */
export function isCode(range: Range): boolean {
  const element = findElement(range.commonAncestorContainer);
  return element !== null && element.closest(CODE) !== null;
}
