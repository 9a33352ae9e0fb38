/** Trix, whose element has its editor. A paragraph of its own is one behind an empty line. */
import { type Adapter, writeParagraph } from './insertion.ts';
import { call, has, read } from './page-object.ts';

export const putIntoTrix: Adapter = (target, { where, paragraphs }) => {
  const root = target.closest('trix-editor');
  const editor = read(root, 'editor');
  if (root === null || !has(editor, 'insertHTML')) return null;
  const at = findPosition(editor, target, where);
  if (at === null) return false;
  const kept = call(editor, 'getSelectedRange');
  call(editor, 'recordUndoEntry', 'Source');
  call(editor, 'setSelectedRange', [at, at]);
  const breakLine = () => {
    call(editor, 'insertLineBreak');
    call(editor, 'insertLineBreak');
  };
  for (const segments of paragraphs) {
    if (where === 'after') breakLine();
    call(editor, 'insertHTML', writeParagraph(segments));
    if (where === 'before') breakLine();
  }
  if (where === 'after') call(editor, 'setSelectedRange', kept);
  return true;
};

/** Where in Trix's document an element begins, or ends. */
function findPosition(editor: unknown, target: Element, where: 'before' | 'after'): number | null {
  const range = target.ownerDocument.createRange();
  range.selectNodeContents(target);
  range.collapse(where === 'before');
  const location = call(read(editor, 'selectionManager'), 'createLocationRangeFromDOMRange', range);
  const [start] = Array.isArray(location) ? location : [];
  const at = call(read(editor, 'composition', 'document'), 'positionFromLocation', start);
  return typeof at === 'number' ? at : null;
}
