/**
 * A page that stood open while the extension was updated or switched off. Chromium lets the content script run on
 * without it; Firefox ends the script with the extension, and puts the new one into the page.
 */
import { describe, expect, it } from 'vitest';
import { waitUntil } from '../drivers/wait.ts';
import { browserName, changeSettings, copy, openArticle, useSession } from './session.ts';

const session = useSession();
const NOTE = 'sic-note';

describe.runIf(browserName === 'chromium')('a page whose extension has gone', () => {
  it('copies as the browser does, and can still take back what was added before', async () => {
    await changeSettings(session, { attribution: { when: 'always' } });
    const page = await openArticle(session, '/article.html');
    const quote = await page.$eval('#p2', (p) => (p as HTMLElement).innerText);
    expect((await copy(session, page, '#p2')).plain).toContain('Source: ');
    await page.bringToFront();
    await session.driver.waitForShadow(page, NOTE, '.action');
    // Without the extension there is nobody who could look into its shadow root.
    const undo = await session.driver.inShadow(page, NOTE, (root) => {
      const { x, y } = root.querySelector('.action')?.getBoundingClientRect() ?? { x: 0, y: 0 };
      return { x: x + 5, y: y + 5 };
    });
    await session.driver
      .inExtension(() => {
        const scope = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
        scope.chrome.runtime.reload();
      })
      // The page that is asked goes with the extension.
      .catch(() => undefined);
    await page.bringToFront();
    await page.mouse.click(undo.x, undo.y);
    await waitUntil(async () => (await session.driver.readClipboard()).plain === quote, {
      what: 'the copy without its source',
    });
    const next = await page.$eval('#p3', (p) => (p as HTMLElement).innerText);
    expect((await copy(session, page, '#p3')).plain).toBe(next);
    await page.close();
  });
});
