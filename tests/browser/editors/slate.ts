/** Slate with React, history, and the links and quotations of its own examples, pasted HTML among them. */
import { createElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Element, type Node, Text, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, ReactEditor, Slate, withReact } from 'slate-react';
import { findPlace, standReady } from './stand-ready.ts';

interface Words {
  text: string;
}
interface Block {
  type: string;
  url?: string;
  children: (Block | Words)[];
}

interface Rendered {
  attributes: object;
  children: ReactNode;
  element: Element;
}

const editor = withHistory(withReact(createEditor() as ReactEditor));
const { isInline, insertData } = editor;
const kind = (element: object) => ('type' in element ? String(element.type) : '');
editor.isInline = (element) => kind(element) === 'link' || isInline(element);
editor.insertData = (data) => {
  const html = data.getData('text/html');
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const blocks = readBlocks(body);
  // Words out of the middle of a paragraph come without one.
  if (blocks.length === 0) return insertData(data);
  Transforms.insertFragment(editor, blocks as Node[]);
};

/** Each paragraph and quotation a block of words and links. */
function readBlocks(body: HTMLElement): Block[] {
  const blocks = [...body.querySelectorAll('p, blockquote:not(:has(p)), h2, li')];
  return blocks.map((block) => ({
    type: block.closest('blockquote') === null ? 'paragraph' : 'quote',
    children: [
      { text: '' },
      ...[...block.childNodes].flatMap((node): (Block | Words)[] => {
        const words = { text: node.textContent ?? '' };
        return node instanceof HTMLAnchorElement
          ? [{ type: 'link', url: node.href, children: [words] }, { text: '' }]
          : [words];
      }),
    ],
  }));
}

const escapeSigns = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
function write(node: Node): string {
  if (Text.isText(node)) return escapeSigns(node.text);
  const inner = node.children.map(write).join('');
  if (!Element.isElement(node)) return inner;
  if (kind(node) === 'link')
    return `<a href="${escapeSigns(String('url' in node ? node.url : ''))}">${inner}</a>`;
  return kind(node) === 'quote' ? `<blockquote>${inner}</blockquote>` : `<p>${inner}</p>`;
}

const empty = (): Node[] => [{ type: 'paragraph', children: [{ text: '' }] } as Node];
const place = findPlace(HTMLElement);
await new Promise<void>((resolve) => {
  createRoot(place).render(
    createElement(Slate, {
      editor,
      initialValue: empty() as never,
      children: createElement(Editable, {
        ref: () => resolve(),
        renderElement: ({ attributes, children, element }: Rendered) => {
          const tag =
            kind(element) === 'link' ? 'a' : kind(element) === 'quote' ? 'blockquote' : 'p';
          const url = 'url' in element ? { href: String(element.url) } : {};
          return createElement(tag, { ...attributes, ...url }, children);
        },
      }),
    }),
  );
});
standReady({
  spot: '[data-slate-editor]',
  read: () => write(editor),
  clear() {
    Editor.withoutNormalizing(editor, () => {
      for (const _ of [...editor.children]) Transforms.removeNodes(editor, { at: [0] });
      Transforms.insertNodes(editor, empty(), { at: [0] });
    });
    ReactEditor.focus(editor);
  },
});
