/** What is remembered of a copy, where it lies in the browser, and how it is forgotten. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { splitWords } from '../../src/model/reuse/split-words.ts';
import type { CopyRow } from '../../src/platform/database.ts';
import { waitUntil } from '../drivers/wait.ts';
import {
  clickButton,
  clickWhenThere,
  openOptions,
  textOf,
  waitForText,
} from './extension-pages.ts';
import { readRows } from './outbox-rows.ts';
import { changeSettings, copy, openArticle, openPage, readStored, useSession } from './session.ts';

const session = useSession();
const SECTION = '[aria-labelledby="reuse"]';
const SWITCH = `${SECTION} [role="switch"]`;

const readCopies = () => readRows<CopyRow>(session, 'copies');

/** Waits until there are as many, of which `fits` holds for one. */
function waitForCopies(count: number, fits: (row: CopyRow) => boolean = () => true) {
  return waitUntil(
    async () => {
      const rows = await readCopies();
      return rows.length === count && rows.some(fits) ? rows : null;
    },
    { what: `${count} remembered copies` },
  );
}

/** Copies once more, and waits for that: what was copied before it is remembered by then, if it ever is. */
async function copyLast(page: Page, css: string, count: number): Promise<CopyRow[]> {
  const words = splitWords(await page.$eval(css, (one) => (one as HTMLElement).innerText)).words;
  await copy(session, page, css);
  return waitForCopies(count, (row) => row.words === words.length);
}

describe('a copy from an article', () => {
  it('is remembered by its source and its fingerprints, without the words of its text', async () => {
    const page = await openArticle(session, '/article.html');
    const text = await page.$eval('#p2', (one) => (one as HTMLElement).innerText);
    await copy(session, page, '#p2');
    const [row] = await waitForCopies(1);
    expect(row).toMatchObject({
      source: {
        url: page.url(),
        title: 'Clock Tower of Marrow Bridge Will Strike the Hours Again',
        publisher: 'Marrow Bridge Observer',
        terms: { kind: 'active-link-required' },
      },
      service: session.endpoint.url,
      carried: true,
      words: splitWords(text).words.length,
    });
    expect(row?.articleWords).toBeGreaterThan(300);
    expect(row?.articleWords).toBeLessThan(3_000);
    expect(row?.fingerprints.length).toBeGreaterThan(5);
    // What the page says of itself as a source may be of the same words: of the text no two in a row are there.
    const kept = splitWords(JSON.stringify(row)).words.join(' ');
    const { words } = splitWords(text);
    const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
    const { evidence = '' } = row?.source.terms ?? {};
    const own = splitWords(`${row?.source.title} ${evidence}`).words.join(' ');
    expect(pairs.filter((pair) => kept.includes(pair) && !own.includes(pair))).toEqual([]);
    await page.close();
  });

  it('is remembered once, however often the same is copied, as it was copied last', async () => {
    await changeSettings(session, { attribution: { when: 'never' } });
    const page = await openArticle(session, '/article.html');
    await copy(session, page, '#p2');
    const [first] = await waitForCopies(1);
    expect(first?.carried).toBe(false);
    await changeSettings(session, { attribution: { when: 'always' } });
    await copy(session, page, '#p2');
    const [second] = await waitForCopies(1, ({ carried }) => carried);
    expect(second?.key).toBe(first?.key);
    expect(second?.copiedAt).toBeGreaterThan(first?.copiedAt ?? Number.POSITIVE_INFINITY);
    await copyLast(page, '#p4', 2);
    await page.close();
  });

  it('is remembered as the commands make it: with the source, and without', async () => {
    const page = await openArticle(session, '/article.html');
    await session.driver.selectText(page, '#p2');
    await page.bringToFront();
    await session.driver.pressShortcut('Alt+Shift+K');
    await waitForCopies(1, ({ carried }) => !carried);
    await session.driver.pressShortcut('Alt+Shift+L');
    await waitForCopies(1, ({ carried }) => carried);
    await page.close();
  });

  it('tells nobody anything', async () => {
    const { site, endpoint } = session;
    const page = await openArticle(session, '/article.html');
    const asked = site.asked.length;
    await copy(session, page, '#p2');
    await waitForCopies(1);
    // The clipboard is read in a page of the browser's own.
    expect(site.asked.slice(asked)).toEqual([]);
    expect([endpoint.posts, endpoint.receiptReads]).toEqual([[], []]);
    await page.close();
  });

  it('is remembered whatever the page does with its selection as it is made', async () => {
    session.site.setPage(
      '/moving.html',
      (await (await fetch(`${session.site.origin}/article.html`)).text()).replace(
        '</body>',
        `<script>
          addEventListener('copy', () => getSelection().removeAllRanges(), true);
        </script></body>`,
      ),
    );
    const page = await openArticle(session, '/moving.html');
    await copyLast(page, '#p2', 1);
    await page.close();
  });
});

describe('nothing is remembered', () => {
  it('of a few words, of what is typed, and of code', async () => {
    const html = await (await fetch(`${session.site.origin}/article.html`)).text();
    const words =
      'so many words that they would be known again anywhere if they were an article’s own';
    session.site.setPage(
      '/fields.html',
      html.replace(
        '<h2 id="h-costs">',
        `<div id="typed" contenteditable="true">${words} typed</div>
         <pre id="code">${words} in code</pre><h2 id="h-costs">`,
      ),
    );
    const page = await openArticle(session, '/fields.html');
    await copy(session, page, { css: '#p2', text: 'the repair will take five months' });
    await copy(session, page, '#typed');
    await copy(session, page, '#code');
    await copyLast(page, '#p4', 1);
    await page.close();
  });

  it('of a page that is no article', async () => {
    const words =
      'Some words of a page that is not an article at all, and more of them than are needed.';
    session.site.setPage('/plain.html', `<!doctype html><title>Shop</title><p id="p">${words}</p>`);
    const plain = await openPage(session, '/plain.html');
    await copy(session, plain, '#p');
    await plain.close();
    const page = await openArticle(session, '/article.html');
    await copyLast(page, '#p4', 1);
    await page.close();
  });

  it('while it is switched off, by the person who sees so in the options', async () => {
    const page = await openArticle(session, '/article.html');
    await copyLast(page, '#p4', 1);
    const options = await openOptions(session);
    await options.bringToFront();
    await clickWhenThere(options, SWITCH);
    await waitForText(options, '.announcer', 'Saved');
    expect(await readStored(session, 'settings')).toMatchObject({ reuse: { ledger: false } });
    await page.bringToFront();
    await copy(session, page, '#p2');
    await options.bringToFront();
    await clickWhenThere(options, SWITCH);
    await waitUntil(
      async () => {
        const stored = await readStored(session, 'settings');
        return (stored as { reuse?: { ledger?: boolean } } | null)?.reuse?.ledger === true;
      },
      { what: 'the switch to be on' },
    );
    // What is there has stayed, and nothing has come to it.
    const rows = await copyLast(page, '#p1', 2);
    expect(rows).toHaveLength(2);
    await options.close();
    await page.close();
  });
});

describe('the options', () => {
  it('say how many copies are remembered as they become more, and forget them all', async () => {
    const options = await openOptions(session);
    await waitForText(options, SECTION, '0 copies are remembered');
    const page = await openArticle(session, '/article.html');
    await copyLast(page, '#p1', 1);
    await copyLast(page, '#p2', 2);
    await options.bringToFront();
    await waitForText(options, SECTION, '2 copies are remembered');
    expect(await session.driver.axe(options)).toEqual([]);
    await clickButton(options, 'Forget all copies');
    await options.waitForSelector('dialog[open]');
    await options.keyboard.press('Escape');
    expect(await readCopies()).toHaveLength(2);
    await clickButton(options, 'Forget all copies');
    await clickWhenThere(options, 'dialog[open] button.danger');
    await waitForText(options, '.announcer', 'All copies were forgotten');
    expect(await readCopies()).toEqual([]);
    await waitForText(options, SECTION, '0 copies are remembered');
    await options.close();
    await page.close();
  });

  it('keep days, number and own sites, and say what does not fit', async () => {
    const options = await openOptions(session);
    await options.bringToFront();
    const type = async (nth: number, text: string) => {
      const fields = await options.$$(`${SECTION} .field input`);
      await fields[nth]?.click({ count: 3 });
      await options.keyboard.type(text);
      await options.keyboard.press('Enter');
    };
    await type(0, '3651');
    await waitForText(options, `${SECTION} .error`, 'from 1 to 3,650');
    await type(0, '30');
    await type(1, '500');
    await type(2, 'https://www.Own-site.example/about');
    await waitForText(options, `${SECTION} .rows`, 'www.own-site.example');
    expect(await readStored(session, 'settings')).toMatchObject({
      reuse: { ledger: true, days: 30, copies: 500, sites: ['www.own-site.example'] },
    });
    await clickWhenThere(options, `${SECTION} .rows button`);
    await waitForText(options, '.announcer', 'Removed: www.own-site.example');
    // The keyboard goes on where the row was.
    expect(await options.evaluate(() => document.activeElement?.id)).toBe('reuse');
    expect(await readStored(session, 'settings')).toMatchObject({ reuse: { sites: [] } });
    expect(await textOf(options, '#storage ~ ul')).toContain('a fingerprint, not the words');
    await options.close();
  });
});
