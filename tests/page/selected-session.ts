/**
 * What tests of `src/page/selected` start from: a page with it in it as `selected`, and a reader's own copy
 * beside what it makes of the same selection.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { beforeAll } from 'vitest';
import type * as editable from '../../src/page/editable.ts';
import type * as readSelected from '../../src/page/selected/read-selected.ts';
import { PRIMARY_MODIFIER } from '../drivers/page-actions.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { type PageSession, usePageModule } from './page-session.ts';

declare global {
  /** what is tested, in the page */
  var selected: typeof readSelected & typeof editable;
  /** what the last copy came to */
  var copied: { native: string | null; ours: string | null; html: string | null };
}

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Starts a session whose page has the module, and listens to copies and pastes. */
export function useSelected(): PageSession {
  const session = usePageModule();
  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `export * from './src/page/selected/read-selected.ts'; export * from './src/page/editable.ts';`,
        resolveDir: root,
      },
      bundle: true,
      format: 'iife',
      globalName: 'selected',
      target: ['chrome123', 'firefox140'],
      write: false,
    });
    await session.page.evaluate(`${outputFiles[0]?.text ?? ''};globalThis.selected = selected;0`);
    await session.page.evaluate(() => {
      addEventListener(
        'copy',
        (event) => {
          const found = selected.readSelected(event, document);
          copied.ours = found?.readText() ?? null;
          copied.html = found?.writeHtml() ?? null;
        },
        true,
      );
      addEventListener('paste', (event) => {
        event.preventDefault();
        copied.native = event.clipboardData?.getData('text/plain') ?? '';
      });
    });
  });
  return session;
}

/** Copies as a reader does what is selected; nothing is done to the copy. `native` is what a paste brings. */
export async function copyNatively({ driver, page }: PageSession): Promise<typeof copied> {
  await page.evaluate(() => {
    globalThis.copied = { native: null, ours: null, html: null };
  });
  await driver.chord(page, PRIMARY_MODIFIER, 'c');
  await driver.chord(page, PRIMARY_MODIFIER, 'v');
  await waitInPage(page, () => copied.native !== null);
  return page.evaluate(() => copied);
}

/** Shows a fragment, its templates being shadow roots. */
export async function show(page: Page, html: string): Promise<void> {
  await page.evaluate((body) => {
    document.body.setHTMLUnsafe(body);
  }, html);
}

/**
 * Selects at random.
 * @param rolls six numbers from 0 to below 1
 */
export async function selectAtRandom(page: Page, rolls: number[]): Promise<string> {
  return page.evaluate(([a = 0, b = 0, kind = 0, c = 0, d = 0, all = 0]) => {
    const selection = getSelection();
    if (selection === null) return 'no selection';
    if (all < 0.15) {
      selection.selectAllChildren(document.body);
      return 'all';
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.data.trim() !== '' && node.parentElement?.checkVisibility()) texts.push(node);
    }
    const nodes: Node[] =
      kind < 0.8
        ? texts
        : [...document.body.querySelectorAll(':not(script, style, svg *)'), ...texts];
    const pick = (share: number, at: number): [Node, number] => {
      const node = nodes[Math.floor(share * nodes.length)] ?? document.body;
      const length = node.nodeType === 3 ? (node.nodeValue ?? '').length : node.childNodes.length;
      return [node, Math.floor(at * (length + 1))];
    };
    selection.setBaseAndExtent(...pick(a, b), ...pick(c, d));
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    return [startContainer, startOffset, endContainer, endOffset]
      .map((one) => (typeof one === 'number' ? one : `${one.nodeName} ${one.nodeValue ?? ''}`))
      .join(' ');
  }, rolls);
}
