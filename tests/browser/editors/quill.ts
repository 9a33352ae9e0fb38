/** Quill with its own table module, which it has but does not turn on. */
import Quill from 'quill';
import { findPlace, standReady } from './stand-ready.ts';

const quill = new Quill(findPlace(HTMLElement), { theme: 'snow', modules: { table: true } });
standReady({
  spot: '.ql-editor',
  read: () => quill.getSemanticHTML(),
  clear: () => void quill.setContents([]),
});
