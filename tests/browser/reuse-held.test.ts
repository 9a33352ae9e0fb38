/** Where the administrator wants it answered, a text that lacks its source waits for the answer, and then goes as it would have gone. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PRIMARY_MODIFIER } from '../drivers/page-actions.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { serveEditors } from './editor-pages.ts';
import {
  APP,
  createPress,
  FORM,
  usePolicy,
  waitForNothing,
  waitForReceived,
} from './publishing.ts';
import { copyPlain, NOTE, waitForNote } from './reuse-steps.ts';
import { openPage, useSession } from './session.ts';

const press = createPress();
const policy = usePolicy({ reuse: 'required' });
const session = useSession({ site: press.site, driver: policy.driver });
const DIALOG = 'sic-dialog';

beforeAll(async () => {
  session.site.setPage('/form.html', FORM);
  session.site.setPage('/app.html', APP);
  session.site.setPage(
    '/forgetful.html',
    // A page that takes what it does not know out of itself.
    FORM.replace(
      '</form>',
      `</form><script>new MutationObserver(() => document.querySelector('${DIALOG}')?.remove())
        .observe(document.documentElement, { childList: true });</script>`,
    ),
  );
  await serveEditors(session.site, ['tinymce', 'ckeditor']);
  for (const name of ['tinymce', 'ckeditor']) {
    const html = await (await fetch(`${session.site.origin}/editors/${name}.html`)).text();
    session.site.setPage(
      `/editors/${name}-form.html`,
      html.replace(
        '<div id="place"></div>',
        `<form id="form"><div id="place"></div><button id="publish">Publish</button></form>
         <script>document.addEventListener('submit', (event) => {
           event.preventDefault();
           void fetch('/published.html', { method: 'POST', body: globalThis.standing.read() });
         });</script>`,
      ),
    );
  }
});
beforeEach(() => press.reset());
afterAll(() => policy.remove());

async function pasteInto(path: string, css = '#field'): Promise<Page> {
  await copyPlain(session, '/article.html', '#p2');
  const page = await openPage(session, path);
  await page.bringToFront();
  await page.waitForSelector(css);
  await page.click(css);
  await session.driver.chord(page, PRIMARY_MODIFIER, 'v');
  await waitForNote(session, page);
  return page;
}

async function pressAndWait(page: Page, css: string): Promise<void> {
  await page.click(css);
  await session.driver.waitForShadow(page, DIALOG, 'button');
  await waitForNothing(page);
  expect(press.received).toEqual([]);
}

const answer = (page: Page, value: 'put-in' | 'as-is' | 'back') =>
  session.driver.clickInShadow(page, DIALOG, `button[value="${value}"]`);

const waitForPublished = (page: Page) =>
  waitInPage(page, () => document.querySelector('#published') !== null);

describe('a form', () => {
  it('waits; with the source put in, it goes on by the same button, once', async () => {
    const page = await pasteInto('/form.html');
    await pressAndWait(page, '#publish');
    expect(await session.driver.axe(page, DIALOG)).toEqual([]);
    await answer(page, 'put-in');
    await waitForPublished(page);
    const [body = ''] = await waitForReceived(press, 1);
    const fields = new URLSearchParams(body);
    expect(fields.get('act')).toBe('publish');
    expect(fields.get('text')).toMatch(/^According to the minutes/);
    expect(fields.get('text')).toContain(`${session.site.origin}/article.html`);
    expect(press.received).toHaveLength(1);
    await page.close();
  });

  it('goes without it where that is the answer', async () => {
    const page = await pasteInto('/form.html');
    await pressAndWait(page, '#publish');
    await answer(page, 'as-is');
    await waitForPublished(page);
    const fields = new URLSearchParams(press.received[0]);
    expect(fields.get('act')).toBe('publish');
    expect(fields.get('text')).not.toContain('article.html');
    expect(press.received).toHaveLength(1);
    await page.close();
  });

  it('is asked about once, and goes once, however often the page sends it meanwhile', async () => {
    const page = await pasteInto('/form.html');
    await pressAndWait(page, '#publish');
    await page.$eval('#publish', (button) => {
      for (let time = 0; time < 3; time += 1) (button as HTMLButtonElement).form?.requestSubmit();
    });
    await waitForNothing(page);
    expect(await page.$$(DIALOG)).toHaveLength(1);
    expect(press.received).toEqual([]);
    await answer(page, 'as-is');
    await waitForPublished(page);
    expect(press.received).toHaveLength(1);
    await page.close();
  });

  it('stays where Escape is pressed: back to the text, of which nothing is lost, and asked again', async () => {
    const page = await pasteInto('/form.html');
    const before = await page.$eval('textarea', ({ value }) => value);
    await pressAndWait(page, '#publish');
    await page.keyboard.press('Escape');
    await session.driver.waitForShadowGone(page, DIALOG, 'button');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
    expect(await page.$eval('textarea', ({ value }) => value)).toBe(before);
    await pressAndWait(page, '#publish');
    await page.close();
  });

  it('waits as well when it is sent by Enter in another field', async () => {
    const page = await pasteInto('/form.html');
    await page.click('#headline');
    await page.keyboard.press('Enter');
    await session.driver.waitForShadow(page, DIALOG, 'button');
    await waitForNothing(page);
    expect(press.received).toEqual([]);
    await answer(page, 'put-in');
    await waitForPublished(page);
    expect(press.received).toHaveLength(1);
    await page.close();
  });

  it('is not held where nothing is missing', async () => {
    const page = await pasteInto('/form.html');
    await session.driver.clickInShadow(page, NOTE, '[data-act="put-in"]');
    await session.driver.waitForShadowGone(page, NOTE, '[data-act="put-in"]');
    await page.click('#publish');
    await waitForPublished(page);
    await page.close();
  });

  it('is not held as a draft', async () => {
    const page = await pasteInto('/form.html');
    await page.click('#draft');
    await waitForPublished(page);
    await page.close();
  });

  it('is let out by the next press where the page does not let the dialog stand', async () => {
    const page = await pasteInto('/forgetful.html');
    await page.click('#publish');
    await waitInPage(page, (host) => document.querySelector(host) === null, DIALOG);
    await waitForNothing(page);
    await page.click('#publish');
    await waitForPublished(page);
    expect(press.received).toHaveLength(1);
    await page.close();
  });
});

describe('without a form', () => {
  it.each(['put-in', 'as-is'] as const)('a press on a button waits: %s', async (how) => {
    const page = await pasteInto('/app.html');
    await pressAndWait(page, '#send');
    await answer(page, how);
    const [body = ''] = await waitForReceived(press, 1);
    expect(body.includes(`href="${session.site.origin}/article.html"`)).toBe(how === 'put-in');
    await waitForNothing(page);
    expect(press.received).toHaveLength(1);
    await page.close();
  });
});

describe.each([
  ['tinymce', '.tox-edit-area iframe'],
  ['ckeditor', '.ck-editor__editable'],
])('%s in a form', (name, css) => {
  it('waits; with the source put in, it goes on', async () => {
    const page = await pasteInto(`/editors/${name}-form.html`, css);
    await pressAndWait(page, '#publish');
    await answer(page, 'put-in');
    const [body = ''] = await waitForReceived(press, 1);
    expect(body).toContain(`href="${session.site.origin}/article.html"`);
    await waitForNothing(page);
    expect(press.received).toHaveLength(1);
    await page.close();
  });
});
