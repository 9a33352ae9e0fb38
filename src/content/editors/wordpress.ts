/** The block editor of WordPress, by the stores that it shares as `wp`: each paragraph a block. */
import { type Adapter, writeParagraph } from './insertion.ts';
import { call, findShared, has, read } from './page-object.ts';

const STORE = 'core/block-editor';
const PARAGRAPH = 'core/paragraph';

export const putIntoWordpress: Adapter = (target, { where, paragraphs }) => {
  const block = target.closest('[data-block]');
  const wp = findShared(target, 'wp');
  const [data, blocks] = [read(wp, 'data'), read(wp, 'blocks')];
  if (block === null || !has(data, 'dispatch') || !has(blocks, 'createBlock')) return null;
  const editor = call(data, 'select', STORE);
  let id = block.getAttribute('data-block') ?? '';
  let parent = call(editor, 'getBlockRootClientId', id);
  // A list, or a quotation, may hold none: it goes behind the whole.
  while (
    typeof parent === 'string' &&
    parent !== '' &&
    call(editor, 'canInsertBlockType', PARAGRAPH, parent) !== true
  ) {
    id = parent;
    parent = call(editor, 'getBlockRootClientId', id);
  }
  const index = call(editor, 'getBlockIndex', id);
  if (typeof index !== 'number' || index < 0) return false;
  const made = paragraphs.map((segments) =>
    call(blocks, 'createBlock', PARAGRAPH, { content: writeParagraph(segments) }),
  );
  const at = where === 'after' ? index + 1 : index;
  // The caret stays where it is.
  call(call(data, 'dispatch', STORE), 'insertBlocks', made, at, parent, false);
  return true;
};
