/** Frames that a page writes into, and selections that are left behind when the person goes on elsewhere. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { waitUntil } from '../drivers/wait.ts';
import {
  FIXTURES,
  openArticle,
  openDialogOnSelection,
  readShadowText,
  useSession,
} from './session.ts';

const session = useSession();
const article = await readFile(join(FIXTURES, 'article.html'), 'utf8');
const TEXT = '<p id="text">The clockmaker files a wheel of brass.</p>';

async function openWithFrame(): Promise<[Page, Frame]> {
  session.site.setPage(
    '/framed.html',
    article.replace('</article>', '<iframe id="written" height="80"></iframe></article>'),
  );
  const page = await openArticle(session, '/framed.html');
  await page.evaluate((text) => {
    const inner = document.querySelector<HTMLIFrameElement>('#written')?.contentDocument;
    inner?.open();
    inner?.write(`<!doctype html><title>Written</title>${text}`);
    inner?.close();
  }, TEXT);
  const frame = await waitUntil(
    async () => {
      for (const one of page.frames()) {
        if (one !== page.mainFrame() && (await one.$('#text')) !== null) return one;
      }
      return null;
    },
    { what: 'the frame’s text' },
  );
  return [page, frame];
}

/** Goes into the frame as a person does, and selects a word there. */
async function selectInFrame(page: Page, frame: Frame, word: string): Promise<void> {
  await page.bringToFront();
  await waitUntil(
    async () => {
      await frame.click('#text');
      return frame.evaluate(() => document.hasFocus());
    },
    { what: 'the frame’s focus' },
  );
  await frame.evaluate((text) => {
    const node = document.querySelector('#text')?.firstChild as Text;
    const at = node.data.indexOf(text);
    getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
  }, word);
}

it('the key reports in a frame that its page has written into', async () => {
  const [page, frame] = await openWithFrame();
  await selectInFrame(page, frame, 'clockmaker');
  await openDialogOnSelection(session, page);
  expect(await readShadowText(session, page, 'sic-dialog', 'mark')).toBe('clockmaker');
  await page.close();
});

describe('with words selected in the page and in its frame', () => {
  async function startByShortcut(page: Page): Promise<string> {
    await page.bringToFront();
    await session.driver.pressShortcut('Alt+Shift+M');
    await session.driver.waitForShadow(page, 'sic-dialog', 'mark');
    return readShadowText(session, page, 'sic-dialog', 'mark');
  }

  it('those of the frame are meant by who is in it', async () => {
    const [page, frame] = await openWithFrame();
    await session.driver.selectText(page, { css: '#p3', text: 'ink' });
    await selectInFrame(page, frame, 'brass');
    expect(await page.evaluate(() => String(getSelection()))).toBe('ink');
    expect(await startByShortcut(page)).toBe('brass');
    await page.close();
  });

  it('those of the page by who has gone back to it', async () => {
    const [page, frame] = await openWithFrame();
    await selectInFrame(page, frame, 'brass');
    await page.click('#p1');
    await session.driver.selectText(page, { css: '#p3', text: 'ink' });
    expect(await startByShortcut(page)).toBe('ink');
    await page.close();
  });

  it('those of the page, where nothing is selected in the frame', async () => {
    const [page, frame] = await openWithFrame();
    await session.driver.selectText(page, { css: '#p3', text: 'ink' });
    await selectInFrame(page, frame, 'brass');
    await frame.evaluate(() => getSelection()?.removeAllRanges());
    expect(await startByShortcut(page)).toBe('ink');
    await page.close();
  });
});
