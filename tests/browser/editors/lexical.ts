/** Lexical with rich text, links and its history, registered by hand as its documentation does without React. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $generateHtmlFromNodes } from '@lexical/html';
import { AutoLinkNode, LinkNode } from '@lexical/link';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $getRoot, createEditor } from 'lexical';
import { findPlace, standReady } from './stand-ready.ts';

const place = findPlace(HTMLElement);
place.contentEditable = 'true';
const editor = createEditor({
  namespace: 'newsroom',
  nodes: [HeadingNode, QuoteNode, LinkNode, AutoLinkNode],
  onError(error) {
    throw error;
  },
});
editor.setRootElement(place);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
standReady({
  spot: '#place',
  read() {
    let html = '';
    editor.getEditorState().read(
      () => {
        html = $generateHtmlFromNodes(editor);
      },
      { editor },
    );
    return html;
  },
  clear() {
    editor.update(() => $getRoot().clear().append($createParagraphNode()), { discrete: true });
  },
});
