/** Reads what stands in an editor's field, as it stands there now. */
import { readMarkup } from '../../model/reuse/read-markup.ts';
import type { ReuseText } from '../../model/reuse/reuse-text.ts';
import { type EditorField, isTextarea } from './find-field.ts';
import { type PageReuseText, readReuseText } from './read-reuse-text.ts';

/** A rich field's text leads back to its blocks; a plain one's to positions in its value. */
export type FieldText = (PageReuseText & { kind: 'rich' }) | (ReuseText & { kind: 'plain' });

export function readField({ element, kind }: EditorField): FieldText {
  if (kind === 'rich') return { ...readReuseText(element), kind: 'rich' };
  const value = isTextarea(element) ? element.value : readLines(element);
  return { ...readMarkup(value, kind, element.baseURI), kind: 'plain' };
}

/** An editor of code shows its text line by line. */
function readLines(element: HTMLElement): string {
  const lines = element.querySelectorAll('.cm-line, .CodeMirror-line');
  return [...lines].map((line) => line.textContent ?? '').join('\n');
}
