/** A reader's own reports, where they stand in the article, and what is told of them later. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { pause, waitUntil } from '../drivers/wait.ts';
import { type App, FERRY, FERRY_TITLE, LAMPS, LAMPS_TITLE, openApp, waitForLine } from './app.ts';
import { readOutbox } from './outbox-rows.ts';
import {
  CARD,
  pressWords,
  readPlaced,
  readReported,
  setArticle,
  useNewsroom,
  waitForNone,
  waitForPlaced,
} from './placed-newsroom.ts';
import {
  changeSettings,
  closeDialog,
  openArticle,
  readShadowText,
  report,
  useSession,
} from './session.ts';

declare const app: App;

const session = useSession();
const newsroom = useNewsroom();
const WHEEL = { css: '#p1', text: 'great wheel' };

/** Reports the wheel on an article at a path; gives the page and the report's canonical, once it has its receipt. */
async function reportWheel(path: string): Promise<{ page: Page; canonical: string }> {
  await setArticle(session, newsroom, path);
  const page = await openArticle(session, path);
  await report(session, page, WHEEL, { correction: 'large wheel' });
  await closeDialog(session, page);
  const entry = await waitUntil(
    async () => (await readOutbox(session)).find(({ receipt }) => receipt !== null),
    { what: 'a receipt' },
  );
  return { page, canonical: entry.canonical };
}

/** The page's own elements and words. */
const readBody = (page: Page) =>
  page.evaluate(() => document.body.outerHTML.replace(/<sic-source>.*?<\/sic-source>/g, ''));

/** What the popup asks of a page. */
const askTab = (page: Page, type: string) =>
  page.bringToFront().then(() =>
    session.driver.inExtension(async (what) => {
      type Api = {
        tabs: {
          query(which: object): Promise<{ id?: number }[]>;
          sendMessage(tab: number, command: object, where: object): Promise<unknown>;
        };
      };
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      const { tabs } = scope.browser ?? scope.chrome;
      const [tab] = await tabs.query({ active: true, currentWindow: true });
      return tabs.sendMessage(tab?.id ?? -1, { type: what }, { frameId: 0 });
    }, type),
  );

const waitForCard = (page: Page) => session.driver.waitForShadow(page, CARD, '[role="dialog"]');

describe('a reader’s own report', () => {
  it('is shown where it stands once it is sent, and when the page is opened again', async () => {
    const path = await setArticle(session, newsroom, '/shown.html');
    const page = await openArticle(session, path);
    const before = await readBody(page);
    await report(session, page, WHEEL, { correction: 'large wheel' });
    await closeDialog(session, page);
    await waitForPlaced(page, 'great wheel');
    await page.reload();
    await waitForPlaced(page, 'great wheel');
    await session.driver.waitForShadow(page, 'sic-source', 'a');
    expect(await readBody(page)).toBe(before);
    // A reader who does not ask sees nothing else.
    expect(await page.$$(`${CARD}, sic-placed-bar`)).toHaveLength(0);
    await page.close();
  });

  it('opens its card on a press on its words, and on no other', async () => {
    const { page } = await reportWheel('/card.html');
    await waitForPlaced(page, 'great wheel');
    await pressWords(page, '#p1', 'nine years');
    await page.keyboard.down('Shift');
    await pressWords(page, '#p1', 'great');
    await page.keyboard.up('Shift');
    await page.evaluate(() => getSelection()?.empty());
    await pause(200);
    expect(await page.$$(CARD)).toHaveLength(0);
    await pressWords(page, '#p1', 'great');
    await waitForCard(page);
    const said = await readShadowText(session, page, CARD, '[role="dialog"]');
    for (const part of ['Reported by you', 'New', 'Spelling', 'great', 'large']) {
      expect(said).toContain(part);
    }
    expect(await session.driver.axe(page, CARD)).toEqual([]);
    expect(await page.evaluate((name) => document.querySelector(name)?.shadowRoot, CARD)).toBe(
      null,
    );
    await page.keyboard.press('Escape');
    await waitForNone(page, CARD);
    await pressWords(page, '#p1', 'great');
    await waitForCard(page);
    await pressWords(page, '#p1', 'The clock');
    await waitForNone(page, CARD);
    await page.close();
  });

  it('is stepped to from the popup, with the focus in its card', async () => {
    const { page } = await reportWheel('/popup.html');
    await waitForPlaced(page, 'great wheel');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await askTab(page, 'placed/count')).toEqual({ ok: true, value: 1 });
    expect(await askTab(page, 'placed/show')).toEqual({ ok: true, value: null });
    await waitForCard(page);
    expect(
      await session.driver.inShadow(page, CARD, (root) => root.activeElement?.getAttribute('role')),
    ).toBe('dialog');
    const { top, height } = await page.$eval('#p1', (one) => ({
      top: one.getBoundingClientRect().top,
      height: innerHeight,
    }));
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(height);
    await page.close();
  });

  it('is not shown where the reader has turned that off', async () => {
    const { page } = await reportWheel('/off.html');
    await waitForPlaced(page, 'great wheel');
    await changeSettings(session, { reporting: { showPlaced: false } });
    await waitForPlaced(page);
    expect(await askTab(page, 'placed/count')).toEqual({ ok: true, value: 0 });
    await page.close();
  });

  it('is told of when it is fixed, and when it is back', async () => {
    const { page, canonical } = await reportWheel('/fixed.html');
    await setArticle(session, newsroom, '/fixed.html', (html) =>
      html.replace('broke its great wheel', 'broke its large wheel'),
    );
    await page.reload();
    const waitForReaders = (count: number) =>
      waitUntil(async () => (await readReported(newsroom, canonical)).sightings.readers === count, {
        what: `${count} sightings`,
      });
    await waitForReaders(1);
    expect(await readPlaced(page)).toEqual([]);
    await setArticle(session, newsroom, '/fixed.html');
    await page.reload();
    await waitForPlaced(page, 'great wheel');
    await waitForReaders(0);
    await page.close();
  });
});

describe('a text that comes late', () => {
  const LATE = `<script>
    const late = document.querySelector('#p1').outerHTML;
    document.querySelector('#p1').remove();
    addEventListener('late', () => document.querySelector('.byline').insertAdjacentHTML('afterend', late));
  </script></body>`;

  it('has its report shown when it is there, and nobody is told that it was fixed', async () => {
    const { page, canonical } = await reportWheel('/late.html');
    newsroom.asked.length = 0;
    await setArticle(session, newsroom, '/late.html', (html) => html.replace('</body>', LATE));
    await page.reload();
    await session.driver.waitForShadow(page, 'sic-source', 'a');
    await pause(2_500);
    expect(await readPlaced(page)).toEqual([]);
    await page.evaluate(() => dispatchEvent(new Event('late')));
    await waitForPlaced(page, 'great wheel');
    await pause(2_000);
    expect(newsroom.asked.filter((one) => one.includes('observations'))).toEqual([]);
    expect((await readReported(newsroom, canonical)).state).toBe('new');
    await page.close();
  });

  it('has it shown again when the page draws its text anew', async () => {
    const { page } = await reportWheel('/anew.html');
    await waitForPlaced(page, 'great wheel');
    await page.evaluate(() => {
      const main = document.querySelector('main');
      const text = main?.innerHTML ?? '';
      main?.replaceChildren();
      setTimeout(() => main?.setHTMLUnsafe(text), 700);
    });
    await waitForPlaced(page);
    await waitForPlaced(page, 'great wheel');
    await page.close();
  });
});

it('belongs to its own article of an app', async () => {
  const page = await openApp(session, LAMPS);
  await waitForLine(session, page, LAMPS_TITLE);
  const text = await page.$eval(
    '#p2',
    (one) => (one.textContent ?? '').trim().split(/\s+/)[3] ?? '',
  );
  await report(session, page, { css: '#p2', text }, { correction: 'another word' });
  await closeDialog(session, page);
  await waitForPlaced(page, text);
  await page.evaluate((route) => app.go(route), FERRY);
  await waitForLine(session, page, FERRY_TITLE);
  await waitForPlaced(page);
  await page.evaluate((route) => app.go(route), LAMPS);
  await waitForLine(session, page, LAMPS_TITLE);
  await waitForPlaced(page, text);
  await page.evaluate(() => document.querySelector('#app')?.replaceChildren());
  await waitForPlaced(page);
  await page.close();
});
