/**
 * Editors whose object nothing leads to, Quill and ProseMirror without Tiptap, take what is pasted: a paste is made for
 * them, of HTML that they read as a paragraph of its own.
 */
import { type Adapter, type Insertion, writeParagraph } from './insertion.ts';
import { call, findShared, has } from './page-object.ts';

/** Quill takes what comes within a second as one step, in ms. */
const QUILL_STEP = 1_050;

export const pasteIntoQuill: Adapter = (target, insertion) => {
  const root = target.closest<HTMLElement>('.ql-editor');
  if (root === null) return null;
  return pasteAt(root, target, insertion, '<p><br></p>', QUILL_STEP);
};

export const pasteIntoProsemirror: Adapter = (target, insertion) => {
  const root = target.closest<HTMLElement>('.ProseMirror');
  if (root === null) return null;
  return pasteAt(root, target, insertion, '<p></p>', 0);
};

/** Quill itself, where the page shares it by name. */
export const putIntoQuill: Adapter = (target, { where, paragraphs }) => {
  const root = target.closest('.ql-editor');
  const container = root?.closest('.ql-container') ?? null;
  const shared = findShared(target, 'Quill');
  if (root === null || container === null || !has(shared, 'find')) return null;
  const quill = call(shared, 'find', container);
  if (!has(quill, 'updateContents')) return null;
  let block: Element = target;
  while (block.parentElement !== null && block.parentElement !== root) block = block.parentElement;
  const blot = call(shared, 'find', block);
  const start = call(quill, 'getIndex', blot);
  const length = call(blot, 'length');
  if (typeof start !== 'number' || typeof length !== 'number') return false;
  const at = where === 'after' ? start + length : start;
  const words = paragraphs.flatMap((segments) => [
    ...segments.map(({ text, href }) =>
      href === null ? { insert: text } : { insert: text, attributes: { link: href } },
    ),
    { insert: '\n' },
  ]);
  const ops = at > 0 ? [{ retain: at }, ...words] : words;
  const history = call(quill, 'getModule', 'history');
  call(history, 'cutoff');
  call(quill, 'updateContents', { ops }, 'user');
  call(history, 'cutoff');
  return true;
};

/** @param empty what this editor takes for an empty paragraph, which becomes one with the paragraph of the caret */
async function pasteAt(
  root: HTMLElement,
  target: Element,
  { where, paragraphs, plain }: Insertion,
  empty: string,
  wait: number,
): Promise<boolean> {
  const { ownerDocument } = root;
  const selection = ownerDocument.getSelection();
  const view = ownerDocument.defaultView;
  if (selection === null || view === null) return false;
  await new Promise((resolve) => setTimeout(resolve, wait));
  root.focus({ preventScroll: true });
  const range = ownerDocument.createRange();
  range.selectNodeContents(target);
  range.collapse(where === 'before');
  selection.removeAllRanges();
  selection.addRange(range);
  // The editor hears of it in a task of its own.
  await new Promise((resolve) => setTimeout(resolve, 60));
  const html = paragraphs.map((segments) => `<p>${writeParagraph(segments)}</p>`).join('');
  const data = new DataTransfer();
  data.setData('text/html', where === 'after' ? `${empty}${html}` : `${html}${empty}`);
  data.setData('text/plain', where === 'after' ? `\n${plain}` : `${plain}\n`);
  // Of the event's own class Firefox would leave it empty.
  const event = new Event('paste', { bubbles: true, cancelable: true, composed: true });
  Object.defineProperty(event, 'clipboardData', { value: data });
  return !range.startContainer.dispatchEvent(event);
}
