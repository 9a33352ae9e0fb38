/** CKEditor 5, which keeps its object at the element that it writes in. */
import { type Adapter, findTopBlock, writeParagraph } from './insertion.ts';
import { call, read } from './page-object.ts';

export const putIntoCkeditor: Adapter = (target, { where, paragraphs }) => {
  const root = target.closest('.ck-editor__editable');
  const editor = read(root, 'ckeditorInstance');
  if (root === null || editor === undefined) return null;
  const html = paragraphs.map((segments) => `<p>${writeParagraph(segments)}</p>`).join('');
  const data = read(editor, 'data');
  const view = call(read(data, 'processor'), 'toView', html);
  const fragment = call(data, 'toModel', view);
  const block = findTopBlock(root, target);
  const place = block === null ? undefined : findModel(editor, block);
  call(read(editor, 'model'), 'change', (writer: unknown) => {
    const root = call(read(editor, 'model', 'document'), 'getRoot');
    const at =
      place === undefined
        ? call(writer, 'createPositionAt', root, where === 'after' ? 'end' : 0)
        : call(writer, where === 'after' ? 'createPositionAfter' : 'createPositionBefore', place);
    call(writer, 'insert', fragment, at);
  });
  return true;
};

function findModel(editor: unknown, block: Element): unknown {
  const editing = read(editor, 'editing');
  const shown = call(read(editing, 'view', 'domConverter'), 'mapDomToView', block);
  return shown === undefined ? undefined : call(read(editing, 'mapper'), 'toModelElement', shown);
}
