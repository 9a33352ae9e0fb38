/**
 * Marked places on a page that stood open while the extension was updated or switched off: Chromium lets its script
 * run on without it, Firefox ends that with the extension.
 */
import { expect, it } from 'vitest';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { browserName, openArticle, openDialog, useSession } from './session.ts';

const session = useSession();
const BAR = 'sic-marks';

it.runIf(browserName === 'chromium')('are not sent, which is said', async () => {
  const { driver } = session;
  const page = await openArticle(session, '/article.html');
  await openDialog(session, page, { css: '#p1', text: 'wheel' });
  await driver.clickInShadow(page, 'sic-dialog', 'button[value="mark"]');
  await driver.waitForShadow(page, BAR, 'button');
  // A script that has shown no dialog yet has no words for one either.
  await page.reload();
  await driver.waitForShadow(page, BAR, 'button');
  // Without the extension there is nobody who could look into its shadow root.
  const send = await driver.inShadow(page, BAR, (root) => {
    const box = root.querySelector('button[value="send"]')?.getBoundingClientRect();
    return { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 };
  });
  await driver
    .inExtension(() => {
      const scope = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
      scope.chrome.runtime.reload();
    })
    // The page that is asked goes with the extension.
    .catch(() => undefined);
  await page.bringToFront();
  await page.mouse.click(send.x, send.y);
  await waitInPage(page, () => document.querySelector('sic-note') !== null);
  expect(await page.$('sic-dialog')).toBeNull();
  await page.close();
});
