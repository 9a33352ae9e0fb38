/**
 * Puts a source into the field where its passage stands, through the editor's own undo history: plain fields by the
 * browser's editing command, known editors by their own (ask-editor.ts). Into an editor that is not known nothing is put.
 */
import type { Fix } from '../../model/reuse/compose-fix.ts';
import { type EditorField, isTextarea } from '../../page/reuse/find-field.ts';
import { type FieldText, readField } from '../../page/reuse/read-field.ts';
import { askEditor } from './ask-editor.ts';

export interface FixPlace {
  /** a word of the field's text */
  word: number;
  /** of the paragraph that the word stands in */
  where: 'before' | 'after';
}

/** unknown: the editor is none that is known, and nothing was done */
export type PutIn = 'put-in' | 'unknown' | 'failed';

/** Traces of editors that keep a model of their own, and would lose what the browser alone puts in. */
const FRAMEWORK =
  '.public-DraftEditor-content, [data-contents], [data-offset-key], .fr-element, .note-editable, .codex-editor, .ce-block, .kix-appview-editor, [data-lexical-editor], [data-slate-editor], .ql-editor, .ProseMirror, .ck-content, [data-block], [data-editor-block]';

/** How long an editor gets to show what was put in, in ms, and how often is looked. */
const PATIENCE = 1_500;
const LOOK = 60;

export async function putIn(field: EditorField, place: FixPlace, fix: Fix): Promise<PutIn> {
  const before = countLinks(field, fix);
  const done = isTextarea(field.element)
    ? putIntoTextarea(field.element, field, place, fix)
    : field.kind === 'rich'
      ? await putIntoEditor(field, place, fix)
      : 'unknown';
  if (done !== 'put-in') return done;
  for (let waited = 0; waited <= PATIENCE; waited += LOOK) {
    if (countLinks(field, fix) > before) return 'put-in';
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  return 'failed';
}

function countLinks(field: EditorField, { html }: Fix): number {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const asked = [...body.querySelectorAll('a')].map(({ href }) => href);
  const { links, text } = readField(field);
  const written = asked.filter((href) => text.includes(href)).length;
  return links.filter(({ href }) => asked.includes(href)).length + written;
}

function putIntoTextarea(
  area: HTMLTextAreaElement,
  field: EditorField,
  place: FixPlace,
  fix: Fix,
): PutIn {
  const text = readField(field);
  const at = findEdge(text, place);
  const words =
    field.kind === 'markdown' ? fix.markdown : field.kind === 'html' ? fix.html : fix.plain;
  const added = place.where === 'after' ? `\n\n${words}` : `${words}\n\n`;
  const { selectionStart, selectionEnd, scrollTop } = area;
  area.focus({ preventScroll: true });
  area.setSelectionRange(at, at);
  // The one way into the browser's own undo history.
  const isDone = area.ownerDocument.execCommand('insertText', false, added);
  const shift = (offset: number) => (offset >= at && offset > 0 ? offset + added.length : offset);
  if (isDone) area.setSelectionRange(shift(selectionStart), shift(selectionEnd));
  area.scrollTop = scrollTop;
  return isDone ? 'put-in' : 'failed';
}

/** Where the paragraph of a word begins, or ends. */
function findEdge(
  { text, starts, ends, paragraphs }: FieldText,
  { word, where }: FixPlace,
): number {
  const paragraph = paragraphs[word];
  if (where === 'before') {
    const first = paragraphs.indexOf(paragraph ?? -1);
    const start = starts[Math.max(0, first)] ?? 0;
    return text.lastIndexOf('\n', start - 1) + 1;
  }
  const last = paragraphs.lastIndexOf(paragraph ?? -1);
  const end = text.indexOf('\n', ends[last] ?? text.length);
  return end === -1 ? text.length : end;
}

async function putIntoEditor(field: EditorField, place: FixPlace, fix: Fix): Promise<PutIn> {
  const text = readField(field);
  if (text.kind !== 'rich') return 'unknown';
  const block = text.findBlock(place.word) ?? field.element;
  const { html, plain } = fix;
  const answer = await askEditor(block, {
    where: place.where,
    html,
    plain,
    line: readLine(text, place),
  });
  if (answer !== 'unknown') return answer;
  const { element } = field;
  if (element.matches(FRAMEWORK) || element.querySelector(FRAMEWORK) !== null) return 'unknown';
  return putIntoEditable(element, block, place, html);
}

function readLine({ text, starts, ends, paragraphs }: FieldText, { word }: FixPlace): string {
  const paragraph = paragraphs[word] ?? -1;
  const [first, last] = [paragraphs.indexOf(paragraph), paragraphs.lastIndexOf(paragraph)];
  return text.slice(starts[first] ?? 0, ends[last] ?? 0);
}

/** The browser's own editing, as in mail services. */
function putIntoEditable(
  element: HTMLElement,
  block: Element,
  { where }: FixPlace,
  html: string,
): PutIn {
  const { ownerDocument } = element;
  const selection = ownerDocument.getSelection();
  if (selection === null) return 'failed';
  const kept = selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
  const isKept = kept !== null && element.contains(kept.commonAncestorContainer);
  element.focus({ preventScroll: true });
  const range = ownerDocument.createRange();
  range.selectNodeContents(block);
  range.collapse(where === 'before');
  selection.removeAllRanges();
  selection.addRange(range);
  const isDone = ownerDocument.execCommand('insertHTML', false, html);
  if (isKept && kept.startContainer.isConnected && kept.endContainer.isConnected) {
    selection.removeAllRanges();
    selection.addRange(kept);
  }
  return isDone ? 'put-in' : 'failed';
}
