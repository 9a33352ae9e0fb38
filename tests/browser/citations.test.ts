/** Citing an article, from its source line and from the popup, to the real clipboard and back. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { openArticle, readShadowText, readStored, useSession } from './session.ts';

const FORBIDDEN = '/forbidden.html';
const session = useSession({
  site: { headers: { [FORBIDDEN]: { 'permissions-policy': 'clipboard-write=()' } } },
});

const TITLE = 'A {better} title, 50% & more';
const itemsSchema = v.array(v.object({ title: v.string(), URL: v.string(), type: v.string() }));

function readBibtex(text: string) {
  const [item] = v.parse(itemsSchema, new Cite(text, { forceType: '@biblatex/text' }).data);
  return item;
}

/** Opens the citation below the source line of an article. */
async function openCard(path: string): Promise<Page> {
  const page = await openArticle(session, path);
  await session.driver.clickInShadow(page, 'sic-source', 'button');
  await session.driver.waitForShadow(page, 'sic-cite', 'select');
  return page;
}

/** Picks a format as a reader does with the keyboard: the field has the focus, and its name is typed. */
async function pickFormat(page: Page, name: string, value: string): Promise<void> {
  const { driver } = session;
  await driver.inShadow(page, 'sic-cite', (root) => root.querySelector('select')?.focus());
  await page.keyboard.type(name);
  await waitForPreview(page, value);
}

const readPreview = (page: Page) => readShadowText(session, page, 'sic-cite', '.preview');

function waitForPreview(page: Page, text: string): Promise<string | null> {
  return waitUntil(
    async () => {
      const preview = await readPreview(page);
      return preview.includes(text) ? preview : null;
    },
    { what: `a citation with ${text}` },
  );
}

async function copyCitation(page: Page) {
  const { driver } = session;
  await driver.clickInShadow(page, 'sic-cite', 'button');
  await waitUntil(
    async () => (await readShadowText(session, page, 'sic-cite', '[role="status"]')) === 'Copied.',
    { what: 'the word that it is copied' },
  );
  return driver.readClipboard();
}

/** Lets the page listen to all that it can hear, as early as it can. */
function listenToAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const types = [
      'keydown',
      'keypress',
      'keyup',
      'beforeinput',
      'input',
      'change',
      'copy',
      'paste',
    ];
    for (const type of [...types, 'focusin', 'click', 'textInput']) {
      window.addEventListener(
        type,
        (event) => {
          const { localName } = event.target instanceof Element ? event.target : { localName: '' };
          if (localName !== 'sic-source') heard.push(`${type} ${localName}`);
        },
        true,
      );
    }
  });
}

describe('the citation in the source line', () => {
  it('is made, corrected and copied with the keyboard alone, and the page hears none of it', async () => {
    const { driver } = session;
    const page = await openArticle(session, '/article.html');
    await listenToAll(page);
    await driver.inShadow(page, 'sic-source', (root) => root.querySelector('button')?.focus());
    await page.keyboard.press('Enter');
    await driver.waitForShadow(page, 'sic-cite', 'select');
    expect(
      await driver.inShadow(page, 'sic-source', (root) =>
        root.querySelector('button')?.getAttribute('aria-expanded'),
      ),
    ).toBe('true');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Bib');
    await waitForPreview(page, '@online{');
    // The preview, then what opens the fields.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await driver.waitForShadow(page, 'sic-cite', 'input[name="title"]');
    await page.keyboard.press('Tab');
    await driver.chord(page, 'Control', 'a');
    await page.keyboard.type(TITLE);
    await waitForPreview(page, 'A \\textbraceleft{}better');
    for (const name of ['authors', 'publisher', 'published', 'url', '']) {
      await page.keyboard.press('Tab');
      expect(
        await driver.inShadow(
          page,
          'sic-cite',
          (root) => root.activeElement?.getAttribute('name') ?? '',
        ),
      ).toBe(name);
    }
    await page.keyboard.press('Enter');
    await waitUntil(
      async () =>
        (await readShadowText(session, page, 'sic-cite', '[role="status"]')) === 'Copied.',
      { what: 'the word that it is copied' },
    );
    const heard = await page.evaluate(() => Reflect.get(globalThis, 'heard') as string[]);
    expect(heard).toEqual([]);
    const { plain } = await driver.readClipboard();
    expect(readBibtex(plain)).toMatchObject({ title: TITLE, URL: page.url(), type: 'webpage' });
    await page.close();
  });

  it('copies a style with its slanted title and its link, and has no fault of accessibility', async () => {
    const { driver } = session;
    const page = await openCard('/article.html');
    await pickFormat(page, 'APA', '(');
    const { plain, html } = await copyCitation(page);
    expect(plain).toBe(await readPreview(page));
    expect(html).toMatch(/<i>/);
    expect(html).toContain(`<a href="${page.url()}">`);
    await driver.clickInShadow(page, 'sic-cite', 'summary');
    await driver.waitForShadow(page, 'sic-cite', 'input[name="title"]');
    expect(await driver.axe(page, 'sic-cite')).toEqual([]);
    expect(await driver.axe(page, 'sic-source')).toEqual([]);
    await page.close();
  });

  it('copies both flavours where the page forbids the clipboard', async () => {
    session.site.setPage(
      FORBIDDEN,
      await (await fetch(`${session.site.origin}/article.html`)).text(),
    );
    const page = await openCard(FORBIDDEN);
    await listenToAll(page);
    await pickFormat(page, 'APA', '(');
    const { plain, html } = await copyCitation(page);
    expect(plain).toBe(await readPreview(page));
    expect(html).toContain(`<a href="`);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'heard') as string[])).toEqual([]);
    await page.close();
  });

  it('says what is wrong with a date and an address, and leaves them out', async () => {
    const { driver } = session;
    const page = await openCard('/article.html');
    await driver.clickInShadow(page, 'sic-cite', 'summary');
    await driver.waitForShadow(page, 'sic-cite', 'input[name="url"]');
    await driver.typeInShadow(page, 'sic-cite', 'input[name="url"]', 'javascript:alert(1)');
    await driver.typeInShadow(page, 'sic-cite', 'input[name="published"]', 'some day');
    await page.keyboard.press('Tab');
    await driver.waitForShadow(page, 'sic-cite', '[name="published"] ~ .error');
    await driver.waitForShadow(page, 'sic-cite', '[name="url"] ~ .error');
    expect(await readPreview(page)).not.toMatch(/javascript|some day/);
    expect(await driver.axe(page, 'sic-cite')).toEqual([]);
    await page.close();
  });

  it('remembers the format, and closes where it was opened', async () => {
    const { driver } = session;
    const page = await openCard('/article.html');
    await pickFormat(page, 'RIS', 'TY  - ');
    await waitUntil(
      async () => JSON.stringify(await readStored(session, 'settings')).includes('"ris"'),
      { what: 'the format in the settings' },
    );
    await driver.clickInShadow(page, 'sic-source', 'button');
    await waitInPage(page, () => document.querySelector('sic-cite') === null);
    await page.close();
    const again = await openCard('/article.html');
    expect(await readPreview(again)).toMatch(/^TY {2}- /);
    await again.close();
  });
});
