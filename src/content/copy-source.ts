/**
 * What is copied from an article carries its source. The plain text is what the browser would have
 * copied, then the source; the HTML is the selection, cleaned, then the source as a link.
 */
import { carriesSource } from '../model/carries-source.ts';
import type { AttributionRule } from '../model/settings.ts';
import type { Source } from '../model/source.ts';
import { composeHtmlNote, composeTextNote } from '../model/source-note.ts';
import { isCode, isInEditor } from '../page/editable.ts';
import { writeCleanHtml } from '../page/selected/clean-html.ts';
import { readCopiedText } from '../page/selected/copied-text.ts';

export interface CopyDeps {
  readSource(): Source;
  /** null until the background has answered: until then copies are the browser's own */
  rule(): AttributionRule | null;
  /** the word for "Source" */
  label: string;
}

/** @returns the handler for a copy event's capture phase */
export function createCopyHandler(deps: CopyDeps): (event: ClipboardEvent) => void {
  /** From cheap to dear: what the copy would read as is asked last, and once. */
  function readWorthy(selection: Selection, ranges: Range[]): string | null {
    const rule = deps.rule();
    if (rule === null || rule.when === 'never') return null;
    if (ranges.some((range) => isInEditor(range.commonAncestorContainer) || isCode(range))) {
      return null;
    }
    if (rule.when === 'asked' && !carriesSource(rule, deps.readSource().terms)) return null;
    const text = readCopiedText(selection);
    return hasWords(text, rule.minWords) ? text : null;
  }

  return (event) => {
    const selection = getSelection();
    if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return;
    // Clones, because the page's own handlers may select something else. Firefox selects in several places.
    const ranges = Array.from({ length: selection.rangeCount }, (_, i) =>
      selection.getRangeAt(i).cloneRange(),
    );
    if (isInEditor(event.target instanceof Node ? event.target : null)) return;
    const text = readWorthy(selection, ranges);
    if (text === null) return;
    // The page's own handlers come first: in Firefox, data that is already set makes theirs throw, and
    // what is set last is what counts.
    const finish = (late: ClipboardEvent) => {
      if (late !== event || late.clipboardData === null) return;
      if (late.defaultPrevented && !isQuote(late.clipboardData, text)) return;
      // All that could fail comes first: until here the copy is the browser's, and would stay so.
      const source = deps.readSource();
      const plain = text + composeTextNote(deps.label, source);
      const html = ranges.map(writeCleanHtml).join('') + composeHtmlNote(deps.label, source);
      late.preventDefault();
      late.clipboardData.clearData();
      late.clipboardData.setData('text/plain', plain);
      late.clipboardData.setData('text/html', html);
    };
    addEventListener('copy', finish, { once: true });
    // A page that stops the event would otherwise leave the listener for a later copy.
    setTimeout(() => removeEventListener('copy', finish), 0);
  };
}

/**
 * Whether what the page put on the clipboard is the selection with something around it, not a thing of its
 * own; a page that only forbids the copy has put nothing there.
 */
function isQuote(data: DataTransfer, selected: string): boolean {
  if (data.types.length === 0) return true;
  const squeeze = (text: string) => text.replace(/\s+/g, '').slice(0, 200);
  const theirs = squeeze(data.getData('text/plain'));
  return theirs !== '' && theirs.includes(squeeze(selected).slice(0, 40));
}

/** Counts words in any script, and stops as soon as there are enough. */
function hasWords(text: string, least: number): boolean {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(
    text,
  )) {
    if (isWordLike === true) count += 1;
    if (count >= least) return true;
  }
  return false;
}
