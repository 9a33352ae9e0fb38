/** TinyMCE, also as WordPress's classic editor: its document lies in a frame, its object in the page around that. */
import { type Adapter, findTopBlock, writeParagraph } from './insertion.ts';
import { call, findShared, has, read } from './page-object.ts';

export const putIntoTinymce: Adapter = (target, { where, paragraphs }) => {
  const shared = findShared(target, 'tinymce');
  if (!has(shared, 'get')) return null;
  const editors = call(shared, 'get');
  const editor = (Array.isArray(editors) ? editors : []).find((one) => {
    const body = has(one, 'getBody') ? call(one, 'getBody') : null;
    return isElement(body) && body.contains(target);
  });
  const body = editor === undefined ? null : call(editor, 'getBody');
  if (!isElement(body)) return null;
  const block = findTopBlock(body, target);
  const put = () => {
    const made = paragraphs
      .map((segments) => call(read(editor, 'dom'), 'create', 'p', {}, writeParagraph(segments)))
      .filter(isElement);
    if (block === null) body.append(...made);
    else if (where === 'after') block.after(...made);
    else block.before(...made);
  };
  call(read(editor, 'undoManager'), 'transact', put);
  call(editor, 'nodeChanged');
  return true;
};

/** Of whichever document. */
function isElement(value: unknown): value is Element {
  return read(value, 'nodeType') === 1;
}
