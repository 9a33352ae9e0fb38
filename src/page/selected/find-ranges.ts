/**
 * Where a selection lies. Browsers differ in how they tell of one within an open shadow tree: Chromium
 * shows the document a caret at the host and keeps the truth for `shadowRoot.getSelection()` (not a
 * standard) and `getComposedRanges()` (137); Firefox tells the document the very nodes, and composed ranges
 * since 142. Closed shadow trees are nobody's business.
 */

export interface Place {
  /** the tree that both ends lie in */
  root: Document | ShadowRoot;
  selection: Selection;
  /** clones in document order; several in Firefox */
  ranges: Range[];
}

/** What only some of the supported browsers have. */
interface SelectionOfTree {
  getSelection?: () => Selection | null;
}

/**
 * @param event the event that asks, a copy or a key; its path tells of an open shadow tree
 * @returns null where nothing is selected
 */
export function findPlace(event: Event | null, document: Document): Place | null {
  const selection = document.getSelection();
  if (selection === null) return null;
  for (const root of listRoots(event, selection, document)) {
    const own = root.nodeType === 9 ? selection : readSelectionOf(root);
    if (own === null) continue;
    const ranges = listRanges(own);
    const first = ranges[0];
    if (first === undefined) continue;
    const tree = first.commonAncestorContainer.getRootNode();
    if (isTree(tree)) return { root: tree, selection: own, ranges };
  }
  return null;
}

/**
 * @param event as for `findPlace`
 * @returns where the caret stands in a text, as a collapsed range of its own; null where it stands in none, or
 *   something is selected
 */
export function findCaret(event: Event | null, document: Document): Range | null {
  const selection = document.getSelection();
  if (selection === null) return null;
  for (const root of listRoots(event, selection, document)) {
    const own = root.nodeType === 9 ? selection : readSelectionOf(root);
    if (own === null || own.rangeCount === 0) continue;
    const range = own.getRangeAt(0);
    const { nodeType } = range.startContainer;
    if (range.collapsed && (nodeType === 3 || nodeType === 4)) return range.cloneRange();
  }
  return null;
}

/** The trees that the selection may lie in, the innermost first. */
function* listRoots(
  event: Event | null,
  selection: Selection,
  document: Document,
): Generator<Document | ShadowRoot> {
  const target = event?.composedPath()[0];
  let node: Node | null = isNode(target) ? target : null;
  while (node !== null) {
    const root: Node = node.getRootNode();
    if (!isShadowRoot(root)) break;
    yield root;
    node = root.host;
  }
  // Without an event that knows: a caret that the document is shown at a host may be a selection in it.
  const found: ShadowRoot[] = [];
  let shown: Selection | null = selection;
  while (shown?.isCollapsed) {
    const root: ShadowRoot | null =
      findHost(shown.anchorNode, shown.anchorOffset)?.shadowRoot ?? null;
    // A caret at a host is at times the caret that its own tree is shown as well.
    if (root === null || found.includes(root)) break;
    found.push(root);
    shown = readSelectionOf(root);
  }
  yield* found.reverse();
  yield document;
}

function findHost(node: Node | null, offset: number): Element | null {
  if (node === null || node.nodeType === 3) return null;
  const child = node.childNodes[offset];
  if (child !== undefined && isElement(child) && child.shadowRoot !== null) return child;
  return isElement(node) && node.shadowRoot !== null ? node : null;
}

function readSelectionOf(root: Document | ShadowRoot): Selection | null {
  const { getSelection } = root as SelectionOfTree;
  return typeof getSelection === 'function' ? getSelection.call(root) : null;
}

function listRanges(selection: Selection): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < selection.rangeCount; at += 1) {
    const range = selection.getRangeAt(at);
    if (!range.collapsed) ranges.push(range.cloneRange());
  }
  return ranges.sort((a, b) =>
    a.startContainer.getRootNode() === b.startContainer.getRootNode()
      ? a.compareBoundaryPoints(0, b)
      : 0,
  );
}

export function isNode(target: EventTarget | undefined): target is Node {
  return target !== undefined && 'nodeType' in target && 'getRootNode' in target;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === 11 && 'host' in node;
}

function isTree(node: Node): node is Document | ShadowRoot {
  return node.nodeType === 9 || isShadowRoot(node);
}
