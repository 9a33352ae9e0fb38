/** Pages that run a reporter of their own: one dialog, one delivery, and an honest receipt. */
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNativeEndpoint, type NativeEndpoint } from '../drivers/native-endpoint.ts';
import { waitUntil } from '../drivers/wait.ts';
import {
  changeSettings,
  closeDialog,
  openArticle,
  openDialog,
  openPage,
  readShadowText,
  sendDialog,
  useSession,
} from './session.ts';

let native: NativeEndpoint = createNativeEndpoint('mistape');
const session = useSession({
  site: { handle: (request, response) => native.handle(request, response) },
});

beforeEach(() => {
  native = createNativeEndpoint('mistape');
});
afterEach(async () => {
  for (const page of await session.driver.browser.pages()) {
    if (page.url().startsWith(session.site.origin)) await page.close();
  }
});

const WORDS = { css: '#p2', text: 'reckons with' };
const isNativeOpen = (page: Page, name = 'mistape') =>
  page.evaluate(
    (id) => document.querySelector(`#${id}_dialog`)?.classList.contains('dialog--open') ?? false,
    name,
  );
const readStatus = (page: Page) => readShadowText(session, page, 'sic-dialog', '.status');

/** Long enough for a dialog to come that was asked for. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 500));

/** Opens Sic's dialog as the popup does. */
async function startByPopup(page: Page): Promise<void> {
  await page.bringToFront();
  await session.driver.selectText(page, WORDS);
  await session.driver.sendMessage({ type: 'report/start' });
  await page.bringToFront();
  await session.driver.waitForShadow(
    page,
    'sic-dialog',
    'button[value="send"][aria-disabled="false"]',
  );
}

async function reportByPopup(page: Page): Promise<void> {
  await startByPopup(page);
  await session.driver.typeInShadow(page, 'sic-dialog', '#correction', 'counts on');
  await sendDialog(session, page);
}

const waitForStatus = (page: Page, words: string | RegExp) =>
  waitUntil(
    async () => {
      const said = await readStatus(page);
      return typeof words === 'string' ? said.includes(words) : words.test(said);
    },
    { what: `the dialog to say ${words}` },
  );

describe('the key', () => {
  it('is the site’s own by default: its dialog opens, and only its', async () => {
    const page = await openArticle(session, '/mistape-only.html');
    await session.driver.selectText(page, WORDS);
    await session.driver.chord(page, 'Control', 'Enter');
    await waitUntil(() => isNativeOpen(page), { what: 'the site’s dialog' });
    await pause();
    expect(await page.$('sic-dialog')).toBeNull();
  });

  it.each(['mistape', 'mixtape'] as const)(
    'is Sic’s where the reader chose so, and %s sees nothing of it',
    async (name) => {
      native = createNativeEndpoint(name);
      await changeSettings(session, { reporting: { nativeSites: { '127.0.0.1': 'sic' } } });
      const page = await openArticle(
        session,
        name === 'mistape' ? '/mistape-only.html' : '/mixtape.html',
      );
      await openDialog(session, page, 'h1');
      await pause();
      expect(await isNativeOpen(page, name)).toBe(false);
      await session.driver.typeInShadow(page, 'sic-dialog', '#correction', 'counts on');
      await session.driver.chord(page, 'Control', 'Enter');
      await waitForStatus(page, 'Handed to the reporter of 127.0.0.1');
      await closeDialog(session, page);
      await pause();
      expect(await isNativeOpen(page, name)).toBe(false);
      expect(native.posts).toHaveLength(1);
      expect(
        await page.evaluate(() => (window as unknown as { reported: unknown[] }).reported),
      ).toEqual([]);
    },
  );

  it('becomes Sic’s while the page stands open, and the site’s again', async () => {
    const page = await openArticle(session, '/mistape-only.html');
    await changeSettings(session, { reporting: { native: 'sic' } });
    await pause();
    await page.bringToFront();
    await openDialog(session, page, WORDS);
    await closeDialog(session, page);
    await changeSettings(session, {});
    await pause();
    await page.bringToFront();
    await session.driver.chord(page, 'Control', 'Enter');
    await waitUntil(() => isNativeOpen(page), { what: 'the site’s dialog' });
    expect(await page.$('sic-dialog')).toBeNull();
  });
});

describe('Sic’s own dialog, asked for by the popup', () => {
  it('sends what the site’s own would, from the page', async () => {
    const page = await openArticle(session, '/mistape-only.html');
    await startByPopup(page);
    expect(await readShadowText(session, page, 'sic-dialog', '.receiver')).toMatch(
      /^Goes to 127\.0\.0\.1:\d+ by the site’s own reporter \(Mistape\)/,
    );
    await session.driver.typeInShadow(page, 'sic-dialog', '#correction', 'counts on');
    await session.driver.typeInShadow(page, 'sic-dialog', '#comment', 'a remark');
    await sendDialog(session, page);
    await waitForStatus(page, 'Handed to the reporter of 127.0.0.1');
    expect(native.posts).toHaveLength(1);
    const [post] = native.posts;
    expect(post?.referer).toBe(page.url());
    expect(post?.fields).toMatchObject({
      action: 'mistape_report_error',
      selection: 'reckons with',
    });
    expect(post?.fields['comment']).toContain('counts on');
    expect(post?.fields['comment']).toContain('a remark');
    expect(session.endpoint.posts).toEqual([]);
  });

  it('does not open over the site’s', async () => {
    const page = await openArticle(session, '/mistape-only.html');
    await session.driver.selectText(page, WORDS);
    await session.driver.chord(page, 'Control', 'Enter');
    await waitUntil(() => isNativeOpen(page), { what: 'the site’s dialog' });
    await session.driver.selectText(page, WORDS);
    await session.driver.sendMessage({ type: 'report/start' });
    await page.bringToFront();
    await session.driver.waitForShadow(page, 'sic-note', 'button');
    await waitUntil(
      async () =>
        (await readShadowText(session, page, 'sic-note', '[role="status"]')) ===
        'The site’s own dialog is open.',
      { what: 'the note to say so' },
    );
    expect(await page.$('sic-dialog')).toBeNull();
  });

  it.each([
    ['known', 'knows it already'],
    ['limited', 'asks to wait'],
    ['off', 'Refused'],
    ['html', 'Refused'],
  ] as const)('says what came of it when the site answers: %s', async (how, words) => {
    const page = await openArticle(session, '/mistape-only.html');
    native.behaveOnce(how);
    await reportByPopup(page);
    await waitUntil(async () => native.posts.length > 0, { what: 'a post' });
    await waitForStatus(page, words);
    expect(native.posts).toHaveLength(1);
  });

  it('goes to the endpoint that the page names, where it names one', async () => {
    const page = await openArticle(session, '/mistape.html');
    await reportByPopup(page);
    await session.endpoint.waitForStored(1);
    expect(native.posts).toEqual([]);
  });

  it('goes out when the page is opened again, where it was closed too soon', async () => {
    const page = await openArticle(session, '/mistape-only.html');
    native.behaveOnce('hang');
    await reportByPopup(page);
    await waitUntil(async () => native.posts.length === 1, { what: 'the first try' });
    await page.close();
    // Nobody can tell whether a post that was cut off arrived: it is tried again.
    await session.driver.killBackground();
    const again = await openArticle(session, '/mistape-only.html');
    await waitUntil(async () => native.posts.length >= 2, {
      what: 'the second try',
      timeout: 20_000,
    });
    expect(native.posts[1]?.fields).toEqual(native.posts[0]?.fields);
    await again.close();
  });
});

describe('a page that names nobody', () => {
  it('keeps the report, and offers to copy it, and a letter to the address that the page gives', async () => {
    const html = await (await fetch(`${session.site.origin}/no-service.html`)).text();
    const setLetter = (address: string) =>
      session.site.setPage(
        '/letter.html',
        html.replace(
          '</body>',
          `<footer><a href="mailto:${address}">Corrections</a></footer></body>`,
        ),
      );
    const readLetter = async (): Promise<string | null> => {
      const page = await openPage(session, '/letter.html');
      await openDialog(session, page, 'article p');
      await session.driver.typeInShadow(page, 'sic-dialog', '#comment', 'so & not so');
      expect(await session.driver.axe(page, 'sic-dialog')).toEqual([]);
      const found = await session.driver.inShadow(page, 'sic-dialog', (root) => ({
        letter: root.querySelector<HTMLAnchorElement>('a[href^="mailto:"]')?.href ?? null,
        canCopy: root.querySelector('button[value="copy"]') !== null,
      }));
      expect(found.canCopy).toBe(true);
      await page.close();
      return found.letter;
    };
    setLetter('sedge.hollow.corrections@gmail.com');
    const letter = new URL((await readLetter()) ?? 'about:none');
    expect(letter.pathname).toBe('sedge.hollow.corrections@gmail.com');
    expect(letter.searchParams.get('body')).toMatch(/Sedge Hollow.*so & not so/s);
    // Somebody else's address is nobody's that could be trusted.
    setLetter('corrections@elsewhere.example');
    expect(await readLetter()).toBeNull();
  });
});
