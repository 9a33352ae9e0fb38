/**
 * What the tests of src/page/passage start from: the folder bundled into a page as `passages`, and a selection
 * written into the page's text between ⟦ and ⟧.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import type * as describing from '../../src/page/passage/describe-passage.ts';
import type * as indexing from '../../src/page/passage/passage-index.ts';
import type * as searching from './spec-search.ts';

declare global {
  /** the folder under test, and a search of the tests' own, in the page */
  var passages: typeof describing & typeof indexing & typeof searching;
}

const ROOT = join(import.meta.dirname, '../..');

/** The script that makes `passages` known in a page. */
export async function bundlePassages(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: {
      contents: `export * from './src/page/passage/describe-passage.ts';
        export * from './src/page/passage/passage-index.ts';
        export * from './tests/page/spec-search.ts';`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    globalName: 'passages',
    logLevel: 'warning',
    write: false,
  });
  // A declaration in an evaluated script may stay within it.
  return `${outputFiles[0]?.text ?? ''};globalThis.passages = passages;`;
}

/** Takes the marks out of a page's text and selects what stood between them. Runs in the page. */
export function selectMarked(): Range {
  const range = document.createRange();
  const trees: Node[] = [document.body];
  for (const element of document.querySelectorAll('*')) {
    if (element.shadowRoot !== null) trees.push(element.shadowRoot);
  }
  for (const mark of '⟦⟧') {
    const node = trees
      .flatMap((tree) => {
        const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
        const nodes: Node[] = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        return nodes;
      })
      .find((one) => one.nodeValue?.includes(mark));
    if (!(node instanceof Text)) throw new Error(`no ${mark} in the page`);
    const at = node.data.indexOf(mark);
    node.deleteData(at, 1);
    if (mark === '⟦') range.setStart(node, at);
    else range.setEnd(node, at);
  }
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return range;
}

/** The directive of what is marked in the page, decoded part by part; null for none. */
export async function describeMarked(page: Page, budget = 10_000): Promise<string | null> {
  const directive = await page.evaluate(
    `passages.describePassage((${String(selectMarked)})(), { budget: ${budget} })`,
  );
  if (directive === null) return null;
  return String(directive).split(',').map(decodeURIComponent).join(' | ');
}
