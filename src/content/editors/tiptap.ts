/** Tiptap, which keeps its object at the element that it writes in, and by it ProseMirror's view. */
import { type Adapter, findTopBlock, writePlain } from './insertion.ts';
import { call, read } from './page-object.ts';

export const putIntoTiptap: Adapter = (target, { where, paragraphs }) => {
  const root = target.closest('.ProseMirror');
  const view = read(root, 'editor', 'view');
  if (root === null || view === undefined) return null;
  const state = read(view, 'state');
  const types = read(state, 'schema', 'nodes');
  const link = read(state, 'schema', 'marks', 'link');
  const made = paragraphs.map((segments) => {
    const words = link === undefined ? [{ text: writePlain(segments), href: null }] : segments;
    const nodes = words
      .filter(({ text }) => text !== '')
      .map(({ text, href }) => {
        const marks =
          href === null ? [] : [call(link, 'create', { href, target: null, rel: null })];
        return call(read(state, 'schema'), 'text', text, marks);
      });
    return call(read(types, 'paragraph'), 'create', null, nodes);
  });
  const block = findTopBlock(root, target);
  const at = block === null ? read(state, 'doc', 'content', 'size') : findEdge(view, block, where);
  if (typeof at !== 'number') return false;
  const change = call(read(state, 'tr'), 'insert', at, made);
  // A step of its own, whatever was typed just before (prosemirror-history, closeHistory).
  call(view, 'dispatch', call(change, 'setMeta', 'closeHistory$', true));
  return true;
};

/** The position before or behind a block of the document itself. */
function findEdge(view: unknown, block: Element, where: 'before' | 'after'): unknown {
  const inside = call(view, 'posAtDOM', block, 0);
  if (typeof inside !== 'number') return undefined;
  const place = call(read(view, 'state', 'doc'), 'resolve', inside);
  // An image, say, has nothing inside of it.
  if (read(place, 'depth') === 0) return where === 'after' ? inside + 1 : inside;
  return call(place, where, 1);
}
