/** Lexical, which keeps its object at the element that it writes in. Its nodes are made of the classes that it was given. */
import { type Adapter, findTopBlock, type Segment, writePlain } from './insertion.ts';
import { call, read } from './page-object.ts';

export const putIntoLexical: Adapter = (target, { where, paragraphs }) => {
  const root = target.closest('[data-lexical-editor]');
  const editor = read(root, '__lexicalEditor');
  if (root === null || editor === undefined) return null;
  const block = findTopBlock(root, target);
  const key = read(block, `__lexicalKey_${String(read(editor, '_key'))}`);
  let isDone = false;
  const change = () => {
    const nodes = read(editor, '_pendingEditorState', '_nodeMap');
    const top = call(nodes, 'get', key ?? 'root');
    if (top === undefined) return;
    const made = paragraphs.map((segments) => makeParagraph(editor, segments));
    if (key === undefined) call(top, 'append', ...made);
    else if (where === 'after') {
      for (const one of made.toReversed()) call(top, 'insertAfter', one);
    } else for (const one of made) call(top, 'insertBefore', one);
    isDone = true;
  };
  call(editor, 'update', change, { discrete: true, tag: 'history-push' });
  return isDone;
};

function makeParagraph(editor: unknown, segments: readonly Segment[]): unknown {
  const paragraph = make(editor, 'paragraph');
  const isLinking = call(read(editor, '_nodes'), 'has', 'link') === true;
  const words = isLinking ? segments : [{ text: writePlain(segments), href: null }];
  for (const { text, href } of words) {
    const said = make(editor, 'text', text);
    if (href === null) call(paragraph, 'append', said);
    else {
      const link = make(editor, 'link', href);
      call(link, 'append', said);
      call(paragraph, 'append', link);
    }
  }
  return paragraph;
}

function make(editor: unknown, type: string, ...given: unknown[]): unknown {
  const made = read(call(read(editor, '_nodes'), 'get', type), 'klass');
  if (typeof made !== 'function') throw new TypeError(`no ${type}`);
  return Reflect.construct(made, given);
}
