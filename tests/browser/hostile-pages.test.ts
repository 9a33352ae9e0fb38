/** Pages that forge, hinder or change under the reader's hands. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { listen, stopServer } from '../drivers/server.ts';
import { waitUntil } from '../drivers/wait.ts';
import {
  browserName,
  changeSettings,
  copy as copyIn,
  FIXTURES,
  openArticle,
  openDialog,
  readQuote,
  readShadowText,
  report,
  sendDialog,
  useSession,
} from './session.ts';

const session = useSession();
const article = await readFile(join(FIXTURES, 'article.html'), 'utf8');

/** Opens the article with something more in its head. */
async function openWith(head: string): Promise<Page> {
  session.site.setPage('/hostile-article.html', article.replace('<head>', `<head>${head}`));
  return openArticle(session, '/hostile-article.html');
}

beforeEach(() => changeSettings(session, { attribution: { when: 'always' } }));

const copy = (page: Page, css: string) => copyIn(session, page, css);

describe('a page that defines elements of the same names', () => {
  const attacks = {
    'looks into the shadow root': 'window.theirs.push(this.attachInternals());',
    'attaches a shadow root of its own': "this.attachShadow({ mode: 'open' });",
    throws: "throw new Error('no');",
  };
  for (const [name, attack] of Object.entries(attacks)) {
    it(`cannot hinder or read the dialog when its constructor ${name}`, async () => {
      const page = await openWith(`<script>
        window.theirs = [];
        for (const name of ['sic-dialog', 'sic-source']) {
          customElements.define(name, class extends HTMLElement {
            constructor() { super(); ${attack} }
          });
        }
      </script>`);
      await report(session, page, '#p2', { correction: 'for the editors only' });
      const reached = await page.evaluate(() => {
        const { theirs } = window as unknown as { theirs: ElementInternals[] };
        const host = document.querySelector('sic-dialog');
        return [host?.shadowRoot, ...theirs.map((one) => one.shadowRoot)].filter(Boolean).length;
      });
      expect(reached).toBe(0);
      await session.endpoint.waitForStored(1);
      await page.close();
    });
  }
});

describe('a page that takes the dialog out', () => {
  it('does not keep the reader from what was typed, nor from sending it', async () => {
    const page = await openArticle(session, '/article.html');
    await openDialog(session, page, '#p3');
    await session.driver.typeInShadow(page, 'sic-dialog', '#comment', 'half a wo');
    await page.evaluate(() => document.querySelector('sic-dialog')?.remove());
    await session.driver.waitForShadow(page, 'sic-dialog', '#comment');
    await page.keyboard.type('rd');
    await sendDialog(session, page);
    const [annotation] = await session.endpoint.waitForStored(1);
    expect(readQuote(annotation).exact).toContain('Osric Pell');
    expect(annotation?.body.map(({ value }) => value)).toContain('half a word');
    await page.close();
  });

  it('sees none of the keys when it puts the dialog back', async () => {
    const page = await openArticle(session, '/article.html');
    await openDialog(session, page, '#p2');
    await page.evaluate(() => {
      const keys: string[] = [];
      Object.assign(window, { keys });
      addEventListener('keydown', (event) => keys.push(event.key), true);
      const host = document.querySelector('sic-dialog');
      host?.remove();
      if (host) document.body.append(host);
    });
    await session.driver.typeInShadow(page, 'sic-dialog', '#correction', 'xyz');
    const keys = await page.evaluate(() => (window as unknown as { keys: string[] }).keys);
    expect(keys).toEqual([]);
    await page.close();
  });
});

describe('a page that becomes another', () => {
  it('keeps the chord, the copy and the source line after document.open()', async () => {
    const page = await openArticle(session, '/article.html');
    const html = await page.content();
    await page.evaluate((text) => {
      document.open();
      document.write(text.replace(/<sic-source.*?<\/sic-source>/, ''));
      document.close();
    }, html);
    await session.driver.waitForShadow(page, 'sic-source', 'a');
    expect((await copy(page, '#p2')).plain).toContain('Source:');
    await page.bringToFront();
    await report(session, page, '#p3');
    await session.endpoint.waitForStored(1);
    await page.close();
  });

  it('names the article that stands there when it was changed without loading', async () => {
    const page = await openArticle(session, '/article.html');
    expect((await copy(page, '#p2')).plain).toContain('Clock Tower');
    await page.evaluate(() => {
      history.pushState({}, '', '/2026/11/quite-another-story-today.html');
      for (const one of document.querySelectorAll('script[type*="json"], meta[property], link')) {
        one.remove();
      }
      const heading = document.querySelector('h1');
      if (heading) heading.textContent = 'Quite Another Story';
      document.title = 'Quite Another Story';
    });
    const { plain } = await copy(page, '#p2');
    expect(plain).toContain('Source: Quite Another Story.');
    expect(plain.endsWith('/2026/11/quite-another-story-today.html')).toBe(true);
    await waitUntil(
      async () =>
        (await readShadowText(session, page, 'sic-source', 'a')) === 'Quite Another Story',
      { what: 'the source line of the other story' },
    );
    expect(await page.$$('sic-source')).toHaveLength(1);
    await page.close();
  });

  it('adds no source when it is no article any more', async () => {
    const page = await openArticle(session, '/article.html');
    await page.evaluate(() => {
      history.pushState({}, '', '/');
      for (const one of document.querySelectorAll('script[type*="json"], meta, link')) one.remove();
      const main = document.querySelector('main');
      if (main) main.innerHTML = '<p id="only">A shop with eight things or more to buy today.</p>';
    });
    expect((await copy(page, '#only')).plain).not.toContain('Source:');
    await session.driver.waitForShadowGone(page, 'sic-source', 'a');
    await page.close();
  });

  it('takes a report about an article that came after the page was loaded', async () => {
    const empty = article
      .replace(/<main>.*<\/main>/s, '<main></main>')
      .replace(/<script.*?<\/script>/gs, '')
      .replace(/<meta property[^>]*>|<link rel="http:[^>]*>/g, '');
    session.site.setPage('/late', empty);
    const page = await session.driver.newPage(`${session.site.origin}/late`);
    // Long enough for the page to be judged as it was.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await page.evaluate(
      (main) => {
        document.querySelector('main')?.insertAdjacentHTML('beforeend', main);
        document.head.insertAdjacentHTML(
          'beforeend',
          '<meta property="og:type" content="article">',
        );
      },
      /<main>(.*)<\/main>/s.exec(article)?.[1] ?? '',
    );
    await report(session, page, '#p2');
    expect(await readShadowText(session, page, 'sic-dialog', '.status')).toContain(
      'Kept on this device',
    );
    await page.close();
  });
});

describe('a copy', () => {
  it('is whole where the source cannot be put behind it', async () => {
    const page = await openArticle(session, '/article.html');
    await page.evaluate(() => {
      let inner = document.querySelector('#p2');
      for (let depth = 0; depth < 6_000; depth += 1) {
        const span = document.createElement('span');
        inner?.append(span);
        inner = span;
      }
    });
    const { plain, html } = await copy(page, '#p2');
    expect(plain).toContain('According to the minutes');
    // Either both flavours carry the source, or the browser's own copy stands as it is.
    expect(html.includes('<a href')).toBe(plain.includes('Source:'));
    await page.close();
  });

  it('leaves what a page wrote in other flavours alone', async () => {
    const page = await openArticle(session, '/article.html');
    await page.evaluate(() => {
      document.addEventListener('copy', (event) => {
        event.preventDefault();
        event.clipboardData?.setData('text/html', '<b>a thing of the page’s own</b>');
      });
    });
    const { plain, html } = await copy(page, '#p2');
    expect(plain).not.toContain('Source:');
    expect(html).toContain('a thing of the page’s own');
    await page.close();
  });

  it.runIf(browserName === 'firefox')('of several selections carries all of them', async () => {
    const page = await openArticle(session, '/article.html');
    await page.evaluate(() => {
      const selection = getSelection();
      selection?.removeAllRanges();
      for (const id of ['p1', 'p3']) {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(`#${id}`) as Element);
        selection?.addRange(range);
      }
    });
    await page.bringToFront();
    await session.driver.chord(page, 'Control', 'c');
    const { plain, html } = await session.driver.readClipboard();
    for (const flavour of [plain, html]) {
      expect(flavour).toMatch(/clock tower.*Osric Pell.*Source:/s);
    }
    await page.close();
  });
});

describe('the source line', () => {
  it('is as high as its words in a column with a height of its own', async () => {
    const page = await openWith(
      '<style>article { display: flex; flex-direction: column; height: 100vh; overflow: auto }</style>',
    );
    const share = await page.evaluate(() => {
      const box = document.querySelector('sic-source')?.getBoundingClientRect();
      return (box?.height ?? Infinity) / innerHeight;
    });
    expect(share).toBeLessThan(0.5);
    await page.close();
  });

  it('takes no room from an article whose parts stand side by side', async () => {
    const style = '<style>article { display: flex } article > * { flex: 1; min-width: 0 }</style>';
    const page = await openWith(style);
    const [above, below] = await page.evaluate(() => [
      document.querySelector('article')?.getBoundingClientRect().bottom ?? Infinity,
      document.querySelector('sic-source')?.getBoundingClientRect().top ?? 0,
    ]);
    expect(below).toBeGreaterThanOrEqual(above as number);
    await page.close();
  });
});

describe('an endpoint that never ends its answer', () => {
  it('is read no further than an answer goes', async () => {
    const piece = Buffer.alloc(1 << 20, ' ');
    let [bytes, isCut] = [0, false];
    const server = createServer((_request, response) => {
      response.on('close', () => {
        isCut = true;
      });
      response.writeHead(201, { 'content-type': 'application/ld+json' });
      const write = (): void => {
        bytes += piece.length;
        if (response.destroyed || bytes > 2e9) return;
        if (response.write(piece)) setImmediate(write);
        else response.once('drain', write);
      };
      write();
    });
    const endpoint = `http://127.0.0.1:${await listen(server)}/`;
    session.site.setPage('/endless.html', article.replaceAll('{{endpoint}}', endpoint));
    const page = await openArticle(session, '/endless.html');
    await report(session, page, '#p2');
    await waitUntil(async () => isCut, { what: 'the answer to be cut off' });
    expect(bytes).toBeLessThan(200e6);
    await page.close();
    await stopServer(server);
  });
});

describe('a report that cannot be sent', () => {
  it('can be copied where the page forbids the clipboard', async () => {
    const { driver, endpoint, site } = session;
    site.setPage('/no-clipboard.html', {
      body: article.replaceAll('{{endpoint}}', endpoint.url.replace('127.0.0.1', 'localhost')),
      headers: { 'permissions-policy': 'clipboard-write=()' },
    });
    const page = await openArticle(session, '/no-clipboard.html');
    await openDialog(session, page, '#p2');
    await driver.typeInShadow(page, 'sic-dialog', '#correction', 'put right');
    // The receiver is another site's and was not agreed to.
    await driver.clickInShadow(page, 'sic-dialog', 'button[value="send"]');
    await driver.waitForShadow(page, 'sic-dialog', 'button[value="copy"]');
    await driver.clickInShadow(page, 'sic-dialog', 'button[value="copy"]');
    await driver.waitForShadow(page, 'sic-dialog', '.status.copied');
    expect((await driver.readClipboard()).plain).toMatch(/According to the minutes.*put right$/s);
    await page.close();
  });

  // Last, because it ends the extension under the tests.
  it.runIf(browserName === 'chromium')('says so when the extension was updated', async () => {
    const { driver } = session;
    const [page, other] = [
      await openArticle(session, '/article.html'),
      await openArticle(session, '/article.html'),
    ];
    await page.bringToFront();
    await openDialog(session, page, '#p2');
    await page.keyboard.type('put right');
    await driver
      .inExtension(() => {
        const { runtime } = (globalThis as unknown as { chrome: { runtime: { reload(): void } } })
          .chrome;
        setTimeout(() => runtime.reload(), 50);
      })
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await page.bringToFront();
    await page.keyboard.press('Enter');
    // Nothing can be seen from outside: the extension that would tell is gone.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    // Comment, Send, and the button that only a failure shows.
    for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await driver.readClipboard()).plain).toMatch(/According to the minutes.*put right$/s);
    // A page without the dialog gets its key back.
    await other.bringToFront();
    await driver.selectText(other, '#p2');
    await other.evaluate(() => {
      addEventListener('keydown', ({ key }) => {
        document.title = key;
      });
    });
    await driver.chord(other, 'Control', 'Enter');
    expect(await other.title()).toBe('Enter');
  });
});
