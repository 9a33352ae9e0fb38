/** Goes to a passage of the page and highlights it, until the reader presses something there. */
import { isInEditor } from '../../page/editable.ts';
import { scrollToPlace } from '../placed/find-places.ts';
import { highlightRanges } from '../reporting/highlight-ranges.ts';

const ENDS = ['pointerdown', 'keydown'] as const;

/** @returns whether it stands there */
export function showPassage(range: Range): boolean {
  if (range.collapsed || !range.startContainer.isConnected) return false;
  highlightRanges([range], 'sic-passage');
  scrollToPlace({ range });
  // From there a screen reader, and the Tab key, go on; unless it would take a field from who writes in it.
  const { activeElement } = document;
  if (activeElement === null || !isInEditor(activeElement)) {
    getSelection()?.collapse(range.startContainer, range.startOffset);
  }
  for (const end of ENDS) addEventListener(end, hidePassage, { capture: true, once: true });
  return true;
}

export function hidePassage(): void {
  highlightRanges([], 'sic-passage');
  for (const end of ENDS) removeEventListener(end, hidePassage, { capture: true });
}
