/**
 * Knows the editors that newsrooms write in, in the page's own world, where their objects are. It is asked by an event
 * at the block that something is to be put in at, and answers by another. A page that asks gets what its scripts can do
 * anyway.
 */
import { putIntoCkeditor } from './editors/ckeditor.ts';
import { type Adapter, readParagraphs } from './editors/insertion.ts';
import { putIntoLexical } from './editors/lexical.ts';
import { read } from './editors/page-object.ts';
import { pasteIntoProsemirror, pasteIntoQuill, putIntoQuill } from './editors/paste-into.ts';
import { putIntoSlate } from './editors/slate.ts';
import { putIntoTinymce } from './editors/tinymce.ts';
import { putIntoTiptap } from './editors/tiptap.ts';
import { putIntoTrix } from './editors/trix.ts';
import { putIntoWordpress } from './editors/wordpress.ts';

const ADAPTERS: readonly Adapter[] = [
  putIntoWordpress,
  putIntoTinymce,
  putIntoCkeditor,
  putIntoTiptap,
  putIntoLexical,
  putIntoSlate,
  putIntoTrix,
  putIntoQuill,
  pasteIntoQuill,
  pasteIntoProsemirror,
];

async function putInto(event: Event): Promise<string> {
  const asked: unknown = JSON.parse(String(read(event, 'detail')));
  const [where, html, plain, line] = ['where', 'html', 'plain', 'line'].map((name) =>
    String(read(asked, name) ?? ''),
  );
  if (html === undefined || plain === undefined || line === undefined) return 'failed';
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return 'failed';
  const insertion = {
    where: where === 'before' ? ('before' as const) : ('after' as const),
    paragraphs: readParagraphs(html),
    plain,
    line,
  };
  for (const put of ADAPTERS) {
    const isDone = await put(target, insertion);
    if (isDone !== null) return isDone ? 'put-in' : 'failed';
  }
  return 'unknown';
}

addEventListener(
  'sic-put-in',
  (event) => {
    event.stopImmediatePropagation();
    const { target } = event;
    void putInto(event)
      .catch(() => 'failed')
      .then((detail) => target?.dispatchEvent(new CustomEvent('sic-put-in-done', { detail })));
  },
  true,
);
