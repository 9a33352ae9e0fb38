/** Tiptap, and ProseMirror under it, as its starter kit comes; images as an extension of its own. */
import { Editor } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { StarterKit } from '@tiptap/starter-kit';
import { findPlace, standReady } from './stand-ready.ts';

const editor = new Editor({
  element: findPlace(HTMLElement),
  extensions: [StarterKit, Image],
});
standReady({
  spot: '.ProseMirror',
  read: () => editor.getHTML(),
  clear: () => void editor.commands.clearContent(),
});
