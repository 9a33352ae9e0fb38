/** A text that lacks its source is about to go out: that is said before the request leaves, and the request goes. */
import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PRIMARY_MODIFIER } from '../drivers/page-actions.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { serveEditors } from './editor-pages.ts';
import { APP, createPress, FORM, STAYING_FORM, waitForReceived } from './publishing.ts';
import { copyPlain, NOTE, readNote, waitForNote } from './reuse-steps.ts';
import { openPage, useSession } from './session.ts';

const press = createPress();
const session = useSession({ site: press.site });

beforeAll(async () => {
  session.site.setPage('/leaving.html', FORM);
  session.site.setPage('/form.html', STAYING_FORM);
  session.site.setPage('/app.html', APP);
  await serveEditors(session.site, ['tinymce']);
});
beforeEach(() => press.reset());

const ALERT = '[role="alert"] .said';

/** Opens a page and pastes what is on the clipboard into its field. */
async function pasteInto(path: string, css = '#field'): Promise<Page> {
  const page = await openPage(session, path);
  await page.bringToFront();
  await page.click(css);
  await session.driver.chord(page, PRIMARY_MODIFIER, 'v');
  return page;
}

const readMark = () =>
  session.driver.inExtension(async () => {
    type Tabs = { query(which: object): Promise<{ id?: number; title?: string }[]> };
    type Action = { getBadgeText(of: object): Promise<string> };
    type Api = { tabs: Tabs; action: Action };
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    const { tabs, action } = scope.browser ?? scope.chrome;
    const found = (await tabs.query({})).find(({ title }) => title === 'published');
    return found?.id === undefined ? '' : action.getBadgeText({ tabId: found.id });
  });

describe('a form', () => {
  it('is sent with the source missing: it is said first', async () => {
    await copyPlain(session, '/article.html', '#p2');
    const page = await pasteInto('/form.html');
    await waitForNote(session, page);
    press.hold();
    await page.click('#publish');
    const [body = ''] = await waitForReceived(press, 1);
    // The answer is kept back: what stands on the page now stood there before the request left.
    await session.driver.waitForShadow(page, NOTE, ALERT, 100);
    expect((await readNote(session, page)).message).toBe('This is going out without its source.');
    expect(await session.driver.axe(page, NOTE)).toEqual([]);
    expect(body).toContain('act=publish');
    expect(body).toContain('According+to+the+minutes');
    await page.close();
  });

  it('is sent with the source missing: it is still said when the page has gone on', async () => {
    await copyPlain(session, '/article.html', '#p2');
    const page = await pasteInto('/leaving.html');
    await waitForNote(session, page);
    await page.click('#publish');
    await waitInPage(page, () => document.querySelector('#published') !== null);
    await waitUntil(async () => (await readMark()) === '!', { what: 'the mark on the button' });
    expect(press.received).toHaveLength(1);
    await page.close();
  });

  it('says nothing of drafts, nor of forms beside it', async () => {
    await copyPlain(session, '/article.html', '#p2');
    for (const button of ['#draft', '#subscribe']) {
      const page = await pasteInto('/form.html');
      await waitForNote(session, page);
      press.hold();
      await page.click(button);
      await waitForReceived(press, 1);
      expect((await readNote(session, page)).message).toBe('The source of this text is missing');
      await page.close();
      press.reset();
    }
  });

  it('is sent by Enter in another of its fields: said as well', async () => {
    await copyPlain(session, '/article.html', '#p2');
    const page = await pasteInto('/form.html');
    await waitForNote(session, page);
    await session.driver.clickInShadow(page, NOTE, '[data-act="later"]');
    await session.driver.waitForShadowGone(page, NOTE, 'section');
    press.hold();
    await page.click('#headline');
    await page.keyboard.press('Enter');
    await waitForReceived(press, 1);
    await session.driver.waitForShadow(page, NOTE, ALERT, 100);
    await page.close();
  });

  it('is sent with the source put in: nothing is said', async () => {
    await copyPlain(session, '/article.html', '#p2');
    const page = await pasteInto('/form.html');
    await waitForNote(session, page);
    await session.driver.clickInShadow(page, NOTE, '[data-act="put-in"]');
    await waitInPage(page, () =>
      (document.querySelector('textarea')?.value ?? '').includes('/article.html'),
    );
    await session.driver.waitForShadowGone(page, NOTE, '[data-act="put-in"]');
    press.hold();
    await page.click('#publish');
    const [body = ''] = await waitForReceived(press, 1);
    expect(decodeURIComponent(body)).toContain(`${session.site.origin}/article.html`);
    expect(await readAlert(page)).toBe(false);
    await page.close();
  });
});

async function readAlert(page: Page): Promise<boolean> {
  if ((await page.$(NOTE)) === null) return false;
  return session.driver.inShadow(
    page,
    NOTE,
    (root) => root.querySelector('[role="alert"]') !== null,
  );
}

describe('without a form', () => {
  it('what a button sends by a script is said before', async () => {
    await copyPlain(session, '/article.html', '#p2');
    const page = await pasteInto('/app.html');
    await waitForNote(session, page);
    press.hold();
    await page.focus('#send');
    await page.click('#send');
    const [body = ''] = await waitForReceived(press, 1);
    await session.driver.waitForShadow(page, NOTE, ALERT, 100);
    expect(body).toContain('According');
    await page.close();
  });
});

describe('an editor in a frame', () => {
  it('is sent by the page around it: said there', async () => {
    const html = await (await fetch(`${session.site.origin}/editors/tinymce.html`)).text();
    session.site.setPage(
      '/editors/form.html',
      html.replace(
        '<div id="place"></div>',
        '<form><div id="place"></div><button id="publish">Publish</button></form><script>document.addEventListener("submit", (event) => { event.preventDefault(); void fetch("/published.html", { method: "POST" }); });</script>',
      ),
    );
    await copyPlain(session, '/article.html', '#p2');
    const page = await openPage(session, '/editors/form.html');
    await page.waitForSelector('.tox-edit-area iframe');
    await waitInPage(page, () => globalThis.standing !== undefined);
    await page.click('.tox-edit-area iframe');
    await session.driver.chord(page, PRIMARY_MODIFIER, 'v');
    await waitForNote(session, page);
    press.hold();
    await page.click('#publish');
    await waitForReceived(press, 1);
    await session.driver.waitForShadow(page, NOTE, ALERT, 100);
    await page.close();
  });
});
