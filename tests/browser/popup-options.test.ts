import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Json } from '../drivers/driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { clickButton, clickWhenThere, openPopup, textOf, waitForText } from './extension-pages.ts';
import {
  closeDialog,
  copy,
  openArticle,
  openDialog,
  readStored,
  report,
  type Session,
  sendDialog,
  setArticleOfElsewhere,
  useSession,
} from './session.ts';

const session = useSession();
const COPY_SWITCH = '[aria-labelledby="page-heading"] [role="switch"]';

describe('the popup', () => {
  it('names whom the article names without a link, and asks for permission, telling them nothing', async () => {
    const article = await openArticle(session, '/permission.html');
    const popup = await openPopup(session, article);
    const links = await popup.$$eval('.ways a, .named a', (found) =>
      found.map((link) => [
        link.textContent,
        link.getAttribute('rel'),
        link.getAttribute('target'),
      ]),
    );
    const apart = ['noopener noreferrer', '_blank'];
    expect(links).toEqual([
      ['Ask for permission', ...apart],
      ['How to get permission', ...apart],
      ['tide-pictures.example', ...apart],
      ['Reuters', ...apart],
      ['Radio Saltmarsh', ...apart],
    ]);
    expect(await textOf(popup, '.hint')).toBe('Opens a letter to desk@lantern-reach.example');
    expect(await session.driver.axe(popup)).toEqual([]);
    await popup.close();
    await article.close();
  });

  it('shows whose the page is, and has no fault of accessibility', async () => {
    const article = await openArticle(session, '/article.html');
    const title = await article.$eval('h1', (one) => one.textContent?.trim());
    const popup = await openPopup(session, article);
    expect(await textOf(popup, '.headline')).toBe(title);
    expect(await textOf(popup, '.terms blockquote')).toMatch(/active link/);
    expect(await popup.$eval('.address a', (one) => one.getAttribute('href'))).toBe(article.url());
    expect(await session.driver.axe(popup)).toEqual([]);
    await popup.close();
    await article.close();
  });

  it('says where each field comes from, and names the licence that a page has for machines', async () => {
    const license = 'https://creativecommons.org/licenses/by-nc/4.0/';
    const said = {
      '@type': 'NewsArticle',
      headline: 'The harbour wall is raised',
      author: 'Ada Byron',
    };
    session.site.setPage(
      '/news/disputed.html',
      `<!doctype html><html lang="en"><head><title>The harbour wall is raised</title>
      <meta property="og:title" content="Why walls grow"><meta property="og:type" content="article">
      <link rel="license" href="${license}"><script type="application/ld+json">${JSON.stringify(said)}</script>
      </head><body><article><h1>The harbour wall is raised</h1>
      ${'<p>The wall will be raised by half a metre before the next winter, the council said.</p>'.repeat(12)}
      </article></body></html>`,
    );
    const article = await openArticle(session, '/news/disputed.html');
    const popup = await openPopup(session, article);
    const link = await popup.$('.terms a[rel="license"]');
    expect(await link?.evaluate((one) => [one.textContent, one.getAttribute('href')])).toEqual([
      'CC BY-NC 4.0',
      license,
    ]);
    await popup.bringToFront();
    await clickWhenThere(popup, '.origins summary');
    const title = await textOf(popup, '.origins dl > div');
    expect(title).toMatch(
      /^Title ?The harbour wall is raised JSON-LD NewsArticle.headline, title, h1/,
    );
    expect(title).toContain('Why walls grow meta og:title');
    expect(await session.driver.axe(popup)).toEqual([]);
    await popup.close();
    await article.close();
  });

  it('cites the page in the format that is picked, with what is corrected', async () => {
    const article = await openArticle(session, '/article.html');
    const popup = await openPopup(session, article);
    await popup.bringToFront();
    await clickWhenThere(popup, '.cite > summary');
    await popup.waitForSelector('.citation select', { visible: true });
    await popup.select('.citation select', 'bibtex');
    await waitForText(popup, '.preview', '@online{');
    await clickWhenThere(popup, '.citation summary');
    const title = await popup.waitForSelector('.citation [name="title"]', { visible: true });
    await title?.click();
    await session.driver.chord(popup, 'Control', 'a');
    await popup.keyboard.type('A title & more');
    await waitForText(popup, '.preview', 'A title \\& more');
    expect(await session.driver.axe(popup)).toEqual([]);
    await clickWhenThere(popup, '.citation button');
    await waitForText(popup, '.citation [role="status"]', 'Copied.');
    const { plain } = await session.driver.readClipboard();
    expect(plain).toMatch(/^@online\{[\s\S]*title = \{\{A title \\& more\}\}/);
    expect(await readStored(session, 'settings')).toMatchObject({ citationFormat: 'bibtex' });
    await popup.close();
    await article.close();
  });

  it('turns copying with the source off for a site, at once and in the open page', async () => {
    const article = await openArticle(session, '/article.html');
    const popup = await openPopup(session, article);
    await popup.bringToFront();
    await clickWhenThere(popup, COPY_SWITCH);
    await popup.waitForSelector(`${COPY_SWITCH}:not(:checked)`);
    await waitForText(popup, '.announcer', 'Saved');
    expect((await copy(session, article, '#p2')).plain).not.toContain('Source:');
    const readSites = async () =>
      v.parse(
        v.object({ attribution: v.object({ sites: v.record(v.string(), v.boolean()) }) }),
        await readStored(session, 'settings'),
      ).attribution.sites;
    expect(await readSites()).toEqual({ '127.0.0.1': false });
    // Back to what holds for every site: no rule of its own is left behind.
    await popup.bringToFront();
    await clickWhenThere(popup, COPY_SWITCH);
    await waitUntil(async () => Object.keys(await readSites()).length === 0, { what: 'no rule' });
    await popup.close();
    await article.close();
  });

  it('lists my reports with their state, live, and tries a refused one again', async () => {
    const { endpoint } = session;
    endpoint.behaveOnce({ status: 403, body: JSON.stringify({ detail: 'readers only' }) });
    const article = await openArticle(session, '/article.html');
    await report(
      session,
      article,
      { css: '#p2', text: await firstWord(article, '#p2') },
      { correction: 'put right' },
    );
    await closeDialog(session, article);
    const popup = await openPopup(session, article);
    await waitForText(popup, '.report', '403: readers only');
    await waitForText(popup, '.report', 'put right');
    await popup.bringToFront();
    await clickWhenThere(popup, '.report .actions button');
    await waitForText(popup, '.report .state', 'Delivered');
    expect(endpoint.stored.size).toBe(1);
    const link = await popup.$eval('.report a', (one) => one.getAttribute('href'));
    expect(link).toContain('#:~:text=');
    expect(await session.driver.axe(popup)).toEqual([]);
    await clickWhenThere(popup, '.report .actions button:last-child');
    await waitInPage(popup, () => document.querySelector('.report') === null);
    await popup.close();
    await article.close();
  });

  it('says so over a page that is no article', async () => {
    const product = await session.driver.newPage(`${session.site.origin}/product.html`);
    const popup = await openPopup(session, product);
    expect(await textOf(popup, '#page-heading ~ .quiet')).toMatch(/^This is no article/);
    await popup.close();
    await product.close();
  });
});

describe('the options', () => {
  it('take a site’s endpoint, say what is wrong with one, and have no fault of accessibility', async () => {
    const { driver, endpoint } = session;
    const article = await openArticle(session, '/no-service.html');
    await report(session, article, 'article p');
    const options = await driver.openExtensionPage('/pages/options/index.html');
    await options.waitForSelector('[aria-labelledby="services"] form');
    const type = async (nth: number, text: string) => {
      const fields = await options.$$('[aria-labelledby="services"] form input');
      await fields[nth]?.click({ count: 3 });
      await options.keyboard.type(text);
    };
    await options.bringToFront();
    await type(0, '127.0.0.1');
    await type(1, 'http://editors.example/annotations/');
    await clickButton(options, 'Add endpoint');
    await options.waitForSelector('[aria-labelledby="services"] [aria-invalid="true"]');
    expect(endpoint.posts).toEqual([]);
    await type(1, endpoint.url);
    await clickButton(options, 'Add endpoint');
    await endpoint.waitForStored(1);
    await waitForText(options, '[aria-labelledby="services"] table', endpoint.url);
    expect(await driver.axe(options)).toEqual([]);
    await options.close();
    await article.close();
  });

  it('take a consent back: the dialog asks again, and sends nothing before', async () => {
    const { driver, endpoint } = session;
    const elsewhere = await setArticleOfElsewhere(session);
    const article = await openArticle(session, '/elsewhere.html');
    await openDialog(session, article, '#p2');
    await driver.clickInShadow(article, 'sic-dialog', 'input[name="agreed"]');
    await sendDialog(session, article);
    await closeDialog(session, article);
    await endpoint.waitForStored(1);
    expect(await readStored(session, 'settings')).toMatchObject({
      consents: { '127.0.0.1': [elsewhere] },
    });
    const options = await driver.openExtensionPage('/pages/options/index.html');
    await waitForText(options, '[aria-labelledby="consents"]', elsewhere);
    await options.bringToFront();
    await clickWhenThere(options, '[aria-labelledby="consents"] li button');
    await waitForText(options, '.announcer', 'Withdrawn');
    await waitInPage(
      options,
      () => document.querySelector('[aria-labelledby="consents"] li') === null,
    );
    expect(await readStored(session, 'settings')).toMatchObject({ consents: {} });
    expect(await readStored(session, 'settings')).not.toHaveProperty(['consents', '127.0.0.1']);
    await options.close();
    await article.bringToFront();
    await openDialog(session, article, '#p4');
    await driver.clickInShadow(article, 'sic-dialog', 'button[value="send"]');
    await driver.waitForShadow(article, 'sic-dialog', '.status.failed');
    expect(endpoint.posts).toHaveLength(1);
    await driver.clickInShadow(article, 'sic-dialog', 'input[name="agreed"]');
    await sendDialog(session, article);
    await endpoint.waitForStored(2);
    await article.close();
  });

  it('delete every report, one that cannot be read as well', async () => {
    const { driver } = session;
    const article = await openArticle(session, '/article.html');
    await report(session, article, '#p2');
    await closeDialog(session, article);
    await article.close();
    await driver.inExtension(async () => {
      const opening = indexedDB.open('sic');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const writing = opening.result.transaction('reports', 'readwrite');
      writing.objectStore('reports').put({ canonical: 'urn:uuid:of-another-version' });
      await new Promise((resolve) => writing.addEventListener('complete', resolve));
      opening.result.close();
    });
    const options = await driver.openExtensionPage('/pages/options/index.html');
    await waitForText(options, '[aria-labelledby="storage"]', '2 reports are on this device');
    await clickButton(options, 'Delete all reports');
    await clickWhenThere(options, 'dialog[open] button.danger');
    await waitForText(options, '.announcer', 'All reports were deleted');
    await waitForText(options, '[aria-labelledby="storage"]', '0 reports are on this device');
    await options.close();
  });

  it('load nothing more into pages that are no articles when they change', async () => {
    const { driver, site } = session;
    const product = await driver.newPage(`${site.origin}/product.html`);
    const article = await openArticle(session, '/article.html');
    await driver.sendMessage({ type: 'settings/changed' });
    expect(await listParts(session, product.url())).toEqual([]);
    // Its terms may be read by now, in a part of their own.
    const parts = await listParts(session, article.url());
    expect(parts).toContain('article');
    expect(parts).not.toContain('dialog');
    await article.close();
    await product.close();
  });

  it('show the reader’s key', async () => {
    const options = await session.driver.openExtensionPage('/pages/options/index.html');
    await options.waitForSelector('kbd');
    const keys = await options.$$eval('kbd', (all) => all.map((one) => one.textContent));
    expect(keys.slice(0, 2)).toEqual(['Ctrl', 'Enter']);
    await options.waitForSelector('#shortcuts ~ dl > :nth-child(3)');
    // Each once, whatever shortcuts of the browser's lead to the same.
    const names = await options.$$eval('#shortcuts ~ dl dt', (all) =>
      all.map((one) => one.textContent ?? ''),
    );
    expect([...names].sort()).toEqual([
      'Copy plain',
      'Copy with source',
      'Open Sic',
      'Report the selected words',
    ]);
    await options.close();
  });
});

function firstWord(page: Page, css: string): Promise<string> {
  return page.$eval(css, (one) => (one.textContent ?? '').trim().split(/\s+/)[0] ?? '');
}

/** The parts of the content script that a tab has. */
function listParts({ driver }: Session, url: string): Promise<Json> {
  return driver.inExtension(async (url) => {
    type Api = import('webextension-polyfill').Browser;
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    const { tabs, scripting } = scope.browser ?? scope.chrome;
    const tab = (await tabs.query({})).find((one) => one.url === url);
    const [frame] = await scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: () => Object.keys(Reflect.get(globalThis, Symbol.for('sic.parts')) ?? {}),
    });
    // What runs in every page notes there the address, who guards the keys, and who hears of a closed dialog.
    const noted = ['loadedFrom', 'shielded', 'dialogClosed'];
    const names = (frame?.result ?? []) as string[];
    return names.filter((name) => !noted.includes(name));
  }, url);
}
