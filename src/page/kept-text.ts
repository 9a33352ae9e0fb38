/**
 * A page's text, kept ready while the page stands still: a hundred quotes are sought in it one after the other, and
 * it is read once. Any change of the page is known at once, because an observer's records can be taken
 * synchronously; of what no observer is told (a style sheet's rules, a pointer over a menu), it is a matter of a second.
 */
import { createSearchedText, type SearchedText } from '../model/anchoring/searched-text.ts';
import { indexText, type TextIndex } from './text-index.ts';

export interface KeptText {
  index: TextIndex;
  searched: SearchedText;
}

interface Kept {
  text: KeptText;
  isFresh(): boolean;
  drop(): void;
}

/** ms */
const LIFETIME = 1_000;
const CHANGES = { attributes: true, characterData: true, childList: true, subtree: true };

const kept = new WeakMap<Node, Kept>();

/** @param root as for `indexText` */
export function readText(root: Node): KeptText {
  const known = kept.get(root);
  if (known?.isFresh()) return known.text;
  known?.drop();
  const index = indexText(root);
  const text = { index, searched: createSearchedText(index.text, index.blocks) };
  keep(root, text);
  return text;
}

function keep(root: Node, text: KeptText): void {
  const view = (root.nodeType === 9 ? (root as Document) : root.ownerDocument)?.defaultView;
  // A DOM that is not in a window tells nobody of its changes.
  if (typeof view?.MutationObserver !== 'function') return;
  const drop = () => {
    observer.disconnect();
    view.clearTimeout(timer);
    kept.delete(root);
  };
  const observer = new view.MutationObserver(drop);
  const timer = view.setTimeout(drop, LIFETIME);
  for (const tree of [root.getRootNode(), ...text.index.shadows]) observer.observe(tree, CHANGES);
  kept.set(root, { text, isFresh: () => observer.takeRecords().length === 0, drop });
}
