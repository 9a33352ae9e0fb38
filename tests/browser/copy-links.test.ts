/** Links to the copied words: what is copied leads the browser itself to the very place, or to the article. */
import { describe, expect, it } from 'vitest';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { changeSettings, copy, openArticle, openPage, useSession } from './session.ts';

const session = useSession();
/** Stands twice in the article. */
const TWICE = 'Nobody was asked before the first bell rang.';

const readLink = (html: string) =>
  /<a href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('a copy', () => {
  it('leads to the very words where the person wants it', async () => {
    await changeSettings(session, {
      attribution: { when: 'always', minWords: 1, deepLinks: true },
    });
    const page = await openArticle(session, '/article.html');
    // The page's text is gathered while it is idle, behind the selection: a machine under load needs its time.
    const link = await waitUntil(
      async () => {
        const { plain, html } = await copy(session, page, { css: '#p8', text: TWICE });
        const found = readLink(html);
        return found.startsWith(`${page.url()}#:~:text=`) && plain.includes(found) ? found : null;
      },
      { what: 'a link to the words' },
    );
    await page.close();
    // The browser goes to the second place, not to the first.
    const opened = await openPage(session, '/no-service.html');
    await session.driver.setViewport(opened, 1000, 300);
    await opened.goto(link, { waitUntil: 'load' });
    await waitInPage(opened, () => scrollY > 0);
    const isInView = (css: string) =>
      opened.$eval(css, (one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
    expect([await isInView('#p8'), await isInView('#p4')]).toEqual([true, false]);
    await opened.close();
  });

  it('leads to the article alone unless it is wanted, and from a frame', async () => {
    await changeSettings(session, { attribution: { when: 'always', minWords: 1 } });
    const page = await openArticle(session, '/article.html');
    expect(readLink((await copy(session, page, '#p8')).html)).toBe(page.url());
    await changeSettings(session, {
      attribution: { when: 'always', minWords: 1, deepLinks: true },
    });
    await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<p>The bell was cast in a pit behind the foundry.';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.querySelector('article')?.append(frame);
      await loaded;
      frame.contentWindow?.focus();
      frame.contentWindow?.getSelection()?.selectAllChildren(frame.contentWindow.document.body);
    });
    await page.bringToFront();
    await session.driver.chord(page, 'Control', 'c');
    expect(readLink((await session.driver.readClipboard()).html)).toBe(page.url());
    await page.close();
  });
});
