/** Trix, whose element has its editor. A paragraph of its own is one behind an empty line. */
import { type Adapter, writeParagraph } from './insertion.ts';
import { call, has, read } from './page-object.ts';

export const putIntoTrix: Adapter = (target, { where, paragraphs, line }) => {
  const root = target.closest('trix-editor');
  const editor = read(root, 'editor');
  if (root === null || !has(editor, 'insertHTML')) return null;
  const at = findPosition(editor, line, where);
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

/** Where in Trix's document the line begins, or ends: a block of it holds as many as were typed. */
function findPosition(editor: unknown, line: string, where: 'before' | 'after'): number | null {
  const text = String(call(call(editor, 'getDocument'), 'toString'));
  const sought = squeeze(line);
  let start = 0;
  for (const one of text.split('\n')) {
    const end = start + one.length;
    if (sought !== '' && squeeze(one).includes(sought)) return where === 'before' ? start : end;
    start = end + 1;
  }
  return null;
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
