/**
 * A page's text, kept ready while the page stands still: a hundred quotes are sought in it one after the other, and
 * it is read once. Any change of the page is known at once, because an observer's records can be taken
 * synchronously; of what no observer is told (a style sheet's rules, a pointer over a menu), it is a matter of a second.
 */
import { createSearchedText, type SearchedText } from '../model/anchoring/searched-text.ts';
import { findTree, readOwn } from './own-property.ts';
import { findShownParent } from './selected/flat-tree.ts';
import { indexText, readDocument, type TextIndex } from './text-index.ts';

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
  const document = readDocument(root);
  const view = document?.defaultView;
  // A DOM that is not in a window tells nobody of its changes.
  if (typeof view?.MutationObserver !== 'function') return;
  const isLaidOut = typeof view.Element.prototype.checkVisibility === 'function';
  if (!isLaidOut && !tellsOfText(new view.MutationObserver(() => undefined), document)) return;
  const drop = () => {
    observer.disconnect();
    clearTimeout(timer);
    kept.delete(root);
  };
  const observer = new view.MutationObserver(drop);
  // Without a page to keep small, no timer is to keep a program from ending.
  const timer = isLaidOut ? setTimeout(drop, LIFETIME) : undefined;
  const findTop = () => readOwn(root, 'getRootNode').call(root, { composed: true });
  const top = findTop();
  for (const tree of listTrees(root, text.index)) observer.observe(tree, CHANGES);
  const made = performance.now();
  const isFresh = () =>
    observer.takeRecords().length === 0 &&
    // A tree is not told that it has come to stand in another, nor does a timer run while a script does.
    findTop() === top &&
    readDocument(root) === document &&
    performance.now() - made < LIFETIME;
  kept.set(root, { text, isFresh, drop });
}

/** Some DOMs for programs tell of elements alone. */
function tellsOfText(observer: MutationObserver, document: Document | null): boolean {
  const text = document?.createTextNode('');
  if (text === undefined) return false;
  try {
    observer.observe(text, { characterData: true });
    text.data = 'another';
    return observer.takeRecords().length > 0;
  } catch {
    return false;
  } finally {
    observer.disconnect();
  }
}

/** The trees that decide what is shown of a root: its own, those within it, and those that it is shown in. */
function listTrees(root: Node, { shadows }: TextIndex): Set<Node> {
  const trees = new Set<Node>(shadows);
  for (let one: Node | null = root; one !== null; one = findShownParent(one)) {
    trees.add(findTree(one));
    const { shadowRoot } = one as Partial<Element>;
    if (shadowRoot?.nodeType === 11) trees.add(shadowRoot);
  }
  return trees;
}
