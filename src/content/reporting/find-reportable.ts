/** What a person may report in this document: what is marked, unless it belongs to somebody who types. */
import { isInEditor } from '../../page/editable.ts';
import { findMarked } from '../../page/marked-words.ts';

/**
 * @param event the press that asks, or null
 * @returns null where nothing is marked; 'off-limits' where the words, or the key, are of a field or an editor
 */
export function findReportable(event: Event | null): Range | 'off-limits' | null {
  const focused = event?.composedPath()[0] ?? document.activeElement;
  // A frame that is written into has nodes of another world's class.
  if (focused !== null && 'nodeType' in focused && isInEditor(focused as Node)) return 'off-limits';
  const range = findMarked(event, document);
  return range !== null && isInEditor(range.commonAncestorContainer) ? 'off-limits' : range;
}
