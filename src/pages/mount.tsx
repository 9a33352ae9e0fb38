/** Puts a page's view into its document, in the reader's language. */
import { type ComponentChild, render } from 'preact';
import { applyLocale } from '../ui/document-locale.ts';
import { type Words, WordsContext } from '../ui/words.ts';

/** @throws where the document has no `#app`: the page's HTML and its script do not belong together */
export function mount(view: ComponentChild, words: Words, title: string): void {
  const root = document.getElementById('app');
  if (root === null) throw new Error('the page has no #app');
  applyLocale(document, words.locale, title);
  render(<WordsContext.Provider value={words}>{view}</WordsContext.Provider>, root);
}
