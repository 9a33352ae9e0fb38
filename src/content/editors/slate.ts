/**
 * Slate, whose object only React's own tree leads to. What its nodes are called each site decides: a paragraph is what
 * the others are, a link what stands there already, or what the editor takes for one.
 */
import { type Adapter, type Segment, writePlain } from './insertion.ts';
import { call, has, read } from './page-object.ts';

const ELEMENT = '[data-slate-node="element"]';
/** Components between the element and the editor's own. */
const MOST_STEPS = 60;

export const putIntoSlate: Adapter = (target, { where, paragraphs }) => {
  const root = target.closest('[data-slate-editor]');
  const editor = root === null ? undefined : findEditor(root);
  const children = read(editor, 'children');
  if (root === null || !Array.isArray(children)) return null;
  const blocks = [...root.querySelectorAll(ELEMENT)].filter(
    (one) => one.parentElement?.closest(ELEMENT) == null,
  );
  const found = blocks.findIndex((one) => one.contains(target));
  const index = found === -1 ? children.length : found + (where === 'after' ? 1 : 0);
  const type = readParagraphType(children);
  for (const [at, segments] of paragraphs.entries()) {
    const node = { ...(type === undefined ? {} : { type }), children: makeWords(editor, segments) };
    call(editor, 'apply', { type: 'insert_node', path: [index + at], node });
  }
  return true;
};

function findEditor(root: Element): unknown {
  const key = Object.keys(root).find((name) => name.startsWith('__reactFiber$'));
  let fiber = key === undefined ? undefined : read(root, key);
  for (let step = 0; fiber != null && step < MOST_STEPS; step += 1) {
    for (const value of [
      read(fiber, 'memoizedProps', 'editor'),
      read(fiber, 'memoizedProps', 'value'),
    ]) {
      if (has(value, 'apply') && has(value, 'isInline')) return value;
    }
    fiber = read(fiber, 'return');
  }
  return undefined;
}

/** The kind of the first block that holds words alone and is called a paragraph; else of any that holds words alone. */
function readParagraphType(children: readonly unknown[]): unknown {
  const types = children
    .filter((block) => {
      const inner = read(block, 'children');
      return Array.isArray(inner) && typeof read(inner[0], 'text') === 'string';
    })
    .map((block) => read(block, 'type'));
  return types.find((type) => /^p(?:aragraph)?$/i.test(String(type))) ?? types[0];
}

function makeWords(editor: unknown, segments: readonly Segment[]): unknown[] {
  const makeLink = findLink(editor);
  if (makeLink === null) return [{ text: writePlain(segments) }];
  // Words stand before and behind each link, though there are none.
  const nodes: unknown[] = [{ text: '' }];
  for (const { text, href } of segments) {
    if (href === null) nodes.push({ text });
    else nodes.push(makeLink(href, text), { text: '' });
  }
  return nodes;
}

function findLink(editor: unknown): ((href: string, text: string) => unknown) | null {
  const name = usesHref(read(editor, 'children')) ? 'href' : 'url';
  for (const type of ['link', 'a', 'hyperlink']) {
    const make = (href: string, text: string) => ({ type, [name]: href, children: [{ text }] });
    if (call(editor, 'isInline', make('https://example.org/', 'a')) === true) return make;
  }
  return null;
}

/** Whether a link in the text names its address so; most call it `url`. */
function usesHref(nodes: unknown): boolean {
  return (
    Array.isArray(nodes) &&
    nodes.some((node) => typeof read(node, 'href') === 'string' || usesHref(read(node, 'children')))
  );
}
