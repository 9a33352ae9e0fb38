/**
 * Pages that take copies into their own hands: each way of doing so is a script of its own on the same article.
 * What counts is what lies on the clipboard in the end.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { copy, openArticle, type Session, useSession } from './session.ts';

const session = useSession();
const TAIL = 'Read more at https://track.example.net/?id=4f1c';

/** Opens the article with a script that is in it from the start. */
async function openScripted({ site }: Session, name: string, script: string): Promise<Page> {
  const html = await (await fetch(`${site.origin}/article.html`)).text();
  const path = `/copy-${name}.html`;
  const tag = `<script>const TAIL = ${JSON.stringify(TAIL)};${script}</script>`;
  site.setPage(path, html.replace('</head>', `${tag}</head>`).replaceAll('/article.html', path));
  return openArticle(session, path);
}

/** What is put on the clipboard with a tail behind it, as sites do. */
const SET = `
  event.clipboardData.setData('text/plain', getSelection() + '\\n\\n' + TAIL);
  event.clipboardData.setData('text/html', '<p>' + getSelection() + ' <a href="https://track.example.net">' + TAIL + '</a></p>');
  event.preventDefault();`;

const PAGES: Record<string, string> = {
  sets: `document.addEventListener('copy', (event) => {${SET}});`,
  'sets-in-capture': `window.addEventListener('copy', (event) => {${SET}}, true);`,
  'sets-and-stops': `document.addEventListener('copy', (event) => {${SET} event.stopPropagation();});`,
  'sets-and-stops-at-once': `document.addEventListener('copy', (event) => {${SET} event.stopImmediatePropagation();});`,
  'stops-at-the-document': `document.addEventListener('copy', (event) => event.stopPropagation());`,
  'stops-in-capture': `document.addEventListener('copy', (event) => event.stopPropagation(), true);`,
  'stops-at-once-in-capture': `document.addEventListener('copy', (event) => event.stopImmediatePropagation(), true);`,
  'stops-at-a-paragraph': `addEventListener('DOMContentLoaded', () => {
    for (const p of document.querySelectorAll('p')) p.addEventListener('copy', (event) => event.stopPropagation());
  });`,
  'stops-at-the-window': `window.addEventListener('copy', (event) => {${SET} event.stopImmediatePropagation();});`,
  clears: `document.addEventListener('copy', (event) => { event.clipboardData.clearData(); event.preventDefault(); });`,
  blocks: `document.addEventListener('copy', (event) => event.preventDefault());`,
  'blocks-by-attribute': `addEventListener('DOMContentLoaded', () => document.body.setAttribute('oncopy', 'return false'));`,
  'writes-late': `document.addEventListener('copy', (event) => {
    event.preventDefault();
    navigator.clipboard.writeText(getSelection() + TAIL).catch(() => {});
  });`,
  // What the first tails were made with: another selection for as long as the copy takes.
  'selects-something-else': `document.addEventListener('copy', () => {
    const selection = getSelection();
    const range = selection.getRangeAt(0);
    const box = document.createElement('div');
    box.append(range.cloneContents(), document.createElement('br'), TAIL);
    document.body.append(box);
    selection.selectAllChildren(box);
    setTimeout(() => { box.remove(); selection.removeAllRanges(); selection.addRange(range); }, 0);
  });`,
};

describe('a page that', () => {
  it.each(Object.entries(PAGES))(
    '%s has its tail replaced by the one clean link',
    async (name, script) => {
      const page = await openScripted(session, name, script);
      const errors: unknown[] = [];
      page.on('pageerror', (error) => errors.push(error));
      const quote = await page.$eval('#p2', (p) => (p as HTMLElement).innerText);
      await copy(session, page, '#p2');
      // What is written in a later task, by the page or by Sic, has to be over before the clipboard is looked at.
      await new Promise((resolve) => setTimeout(resolve, 400));
      const { plain, html } = await session.driver.readClipboard();
      expect(plain.startsWith(`${quote}\n\nSource: `), plain).toBe(true);
      expect(plain).not.toContain('track.example');
      expect(html.match(/<a href="[^"]*"/g)).toEqual([`<a href="${page.url()}"`]);
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it('puts a thing of its own on the clipboard keeps it', async () => {
    const page = await openScripted(
      session,
      'own',
      `document.addEventListener('copy', (event) => {
        event.clipboardData.setData('text/plain', '[citation 4711]');
        event.preventDefault();
      });`,
    );
    expect(await copy(session, page, '#p2')).toEqual({ plain: '[citation 4711]', html: '' });
    await page.close();
  });

  it('makes the selection better keeps what it made', async () => {
    const page = await openScripted(
      session,
      'better',
      `document.addEventListener('copy', (event) => {
        const better = String(getSelection()).replace('five months', '$5$ months');
        event.clipboardData.setData('text/plain', better);
        event.preventDefault();
      });`,
    );
    const { plain } = await copy(session, page, '#p2');
    expect(plain).toContain('will take $5$ months');
    expect(plain).not.toContain('Source: ');
    await page.close();
  });

  it('copies a text of its own from a hidden field is left alone', async () => {
    const words = 'one two three four five six seven eight nine ten eleven';
    const page = await openScripted(
      session,
      'button',
      `addEventListener('click', () => {
        const field = document.body.appendChild(document.createElement('textarea'));
        field.value = '${words}';
        field.select();
        document.execCommand('copy');
        field.remove();
      });`,
    );
    await page.click('h1');
    expect((await session.driver.readClipboard()).plain).toBe(words);
    await page.close();
  });

  it('keeps clicks from everybody cannot keep them from the note', async () => {
    const page = await openScripted(
      session,
      'clicks',
      `for (const type of ['pointerdown', 'mousedown', 'click'])
        window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);`,
    );
    const quote = await page.$eval('#p2', (p) => (p as HTMLElement).innerText);
    await copy(session, page, '#p2');
    await page.bringToFront();
    await session.driver.waitForShadow(page, 'sic-note', '.action');
    await session.driver.clickInShadow(page, 'sic-note', '.action');
    await session.driver.waitForShadowGone(page, 'sic-note', '.action');
    expect((await session.driver.readClipboard()).plain).toBe(quote);
    await page.bringToFront();
    await session.driver.clickInShadow(page, 'sic-note', '.close');
    await session.driver.waitForShadowGone(page, 'sic-note', '.close');
    await page.close();
  });

  it('makes up a copy event of its own finds nothing in it', async () => {
    const page = await openScripted(session, 'made-up', '');
    await session.driver.selectText(page, '#p2');
    const seen = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector('#p2')?.dispatchEvent(event);
      return [event.defaultPrevented, clipboardData.types.length];
    });
    expect(seen).toEqual([false, 0]);
    await page.close();
  });
});
