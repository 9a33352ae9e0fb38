import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Place } from '../drivers/driver.ts';
import {
  changeSettings,
  copy as copyIn,
  isTakenForArticle,
  openArticle,
  openPage,
  STRICT_POLICY,
  useSession,
} from './session.ts';

const session = useSession({
  site: { headers: { '/csp.html': { 'content-security-policy': STRICT_POLICY } } },
});

const setAttribution = (when: string, minWords = 1, sites: Record<string, boolean> = {}) =>
  changeSettings(session, { attribution: { when, minWords, sites } });

const copy = (page: Page, place: Place) => copyIn(session, page, place);

/** The lines of a note, as the plain flavour carries it behind the quote. */
const notePattern = (page: Page) =>
  new RegExp(`\\n\\nSource: .+ ${escapeRegExp(page.url())}$`, 's');
const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** In Chromium folded details, in Firefox tabs and line breaks that are kept: alone, and in the whole. */
const LEFT = { chromium: ['#whole', '#closed-details'], firefox: ['#whole', '#pre-wrap'] };

describe('copying from an article', () => {
  it('adds the source as text and as an active link, after the quote', async () => {
    const page = await openArticle(session, '/article.html');
    const quote = await page.$eval('#p2', (p) => (p as HTMLElement).innerText);
    const { plain, html } = await copy(page, '#p2');
    expect(plain.startsWith(quote)).toBe(true);
    expect(plain.slice(quote.length)).toMatch(notePattern(page));
    expect(html).toContain(`<a href="${page.url()}"`);
    expect(html.indexOf('<a href')).toBeGreaterThan(html.indexOf(quote.slice(0, 20)));
    expect(html).not.toMatch(/class=|style=|<script/);
    await page.close();
  });

  // Forty blocks, each copied twice, take their time on a busy machine.
  it('leaves the plain text before the source exactly as the browser would have copied it', {
    timeout: 240_000,
  }, async () => {
    const page = await openArticle(session, '/native-text.html');
    const blocks = await page.$$eval('article, article [id]', (all) =>
      all.filter((one) => (one as HTMLElement).innerText.trim() !== '').map((one) => `#${one.id}`),
    );
    expect(blocks.length).toBeGreaterThan(5);
    const own: Record<string, string> = {};
    await setAttribution('never');
    for (const css of blocks) own[css] = (await copy(page, css)).plain;
    await setAttribution('always');
    const differing: Record<string, { own: string; ours: string }> = {};
    const left: string[] = [];
    for (const css of blocks) {
      const { plain } = await copy(page, css);
      const ours = plain.replace(notePattern(page), '');
      const expected = own[css] ?? '';
      if (ours !== expected) differing[css] = { own: expected, ours };
      // A block of code, or one whose text cannot be selected, carries no source; all others do.
      else if (expected.trim() !== '' && !(await isCode(page, css)) && plain === ours)
        left.push(css);
    }
    expect(differing).toEqual({});
    // What these would read as is not certain, so they are left as they are.
    expect(left).toEqual(LEFT[session.driver.name]);
    await page.close();
  });

  it('leaves code, inputs and editors alone', async () => {
    const page = await openArticle(session, '/article.html');
    await setAttribution('always');
    expect((await copy(page, '#code')).plain).not.toContain('Source:');
    const blocks =
      '<pre>let one two three four five six seven eight;</pre>\n<pre>let nine ten eleven;</pre>';
    await page.$eval(
      '#p2',
      (p, html) => p.insertAdjacentHTML('afterend', `<div id="codes">${html}</div>`),
      blocks,
    );
    expect((await copy(page, '#codes')).plain).not.toContain('Source:');
    await page.$eval('#codes pre', (pre) => pre.after('and then, in words,'));
    expect((await copy(page, '#codes')).plain).toContain('Source:');
    for (const css of ['#input', '#textarea', '#editor']) {
      await page.bringToFront();
      await page.evaluate((one) => document.querySelector<HTMLElement>(one)?.focus(), css);
      await page.keyboard.type('eight words are more than enough to carry a source');
      await session.driver.chord(page, 'Control', 'a');
      await session.driver.chord(page, 'Control', 'c');
      const { plain } = await session.driver.readClipboard();
      expect(plain, css).toContain('more than enough');
      expect(plain, css).not.toContain('Source:');
    }
    await page.close();
  });

  it('leaves short quotes alone, and every copy where it is turned off', async () => {
    const page = await openArticle(session, '/article.html');
    const words = await page.$eval('#p1', (p) => (p.textContent ?? '').trim().split(/\s+/));
    const few = { css: '#p1', text: words.slice(0, 3).join(' ') };
    expect((await copy(page, few)).plain).not.toContain('Source:');
    await setAttribution('always', 1, { '127.0.0.1': false });
    expect((await copy(page, '#p2')).plain).not.toContain('Source:');
    await setAttribution('never', 1, { '127.0.0.1': true });
    expect((await copy(page, '#p2')).plain).toContain('Source:');
    await page.close();
  });

  it('asks the terms where the reader wants it only where the site asks', async () => {
    await setAttribution('asked');
    const silent = await openArticle(session, '/no-service.html');
    expect((await copy(silent, 'article p')).plain).not.toContain('Source:');
    await silent.close();
    const asking = await openArticle(session, '/article.html');
    expect((await copy(asking, '#p2')).plain).toContain('Source:');
    await asking.close();
  });

  it('survives a page that handles copies itself, and breaks nothing of the page', async () => {
    const page = await openArticle(session, '/hostile.html');
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    const { plain, html } = await copy(page, 'article p');
    expect(plain).toMatch(notePattern(page));
    expect(html.match(/<a href/g)).toHaveLength(1);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('works under a strict policy and Trusted Types', async () => {
    const page = await openArticle(session, '/csp.html');
    const { plain, html } = await copy(page, 'article p');
    expect(plain).toMatch(notePattern(page));
    expect(html).toContain(`<a href="${page.url()}"`);
    await page.close();
  });

  it('adds nothing on pages that are no articles', async () => {
    await setAttribution('always');
    for (const path of ['/home.html', '/product.html', '/search.html', '/forum.html']) {
      const page = await openPage(session, path);
      expect(await isTakenForArticle(session, page), path).toBe(false);
      // Idle callbacks keep their order: by now the loader has acted on its verdict, whatever it was.
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve(null))));
      expect((await copy(page, 'body')).plain, path).not.toContain('Source:');
      expect(await page.$('sic-source'), path).toBeNull();
      await page.close();
    }
  });
});

function isCode(page: Page, css: string): Promise<boolean> {
  return page.$eval(css, (one) => one.closest('pre, code, kbd, samp') !== null);
}
