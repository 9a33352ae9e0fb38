/** Where a copy may come from, and what it has to bring along: frames, shadow trees, tables, images, scripts. */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Clipboard } from '../drivers/driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import { changeSettings, copy, openArticle, type Session, useSession } from './session.ts';

const session = useSession();

beforeEach(() => changeSettings(session, { attribution: { when: 'always' } }));

/** Opens the article with more in its body. */
async function openWith({ site }: Session, name: string, html: string): Promise<Page> {
  const page = await (await fetch(`${site.origin}/article.html`)).text();
  const path = `/place-${name}.html`;
  site.setPage(
    path,
    page.replace('<h2 id="h-costs">', `${html}<h2 id="h-costs">`).replaceAll('/article.html', path),
  );
  return openArticle(session, path);
}

/** Presses the keys of a copy over what is selected, and gives both flavours. */
async function pressCopy(page: Page): Promise<Clipboard> {
  await page.bringToFront();
  await session.driver.chord(page, 'Control', 'c');
  return session.driver.readClipboard();
}

const WORDS = 'The bell was cast in a pit behind the foundry by nine people in one night.';

describe('a copy in a frame', () => {
  /** Selects all of a frame's text, with its focus, and copies it. */
  const copyInFrame = async (page: Page, css: string) => {
    await page.bringToFront();
    await page.evaluate((selector) => {
      const inner = document.querySelector<HTMLIFrameElement>(selector)?.contentWindow;
      inner?.focus();
      inner?.getSelection()?.selectAllChildren(inner.document.body);
    }, css);
    return pressCopy(page);
  };

  it('of the page’s own carries the article’s source', async () => {
    const page = await openWith(session, 'srcdoc', `<iframe id="f" srcdoc="<p>${WORDS}"></iframe>`);
    const { plain, html } = await copyInFrame(page, '#f');
    expect(plain.startsWith(`${WORDS}\n\nSource: Clock Tower`)).toBe(true);
    expect(html).toContain(`<a href="${page.url()}"`);
    await page.close();
  });

  it('that came later, or stands within another, does so too', async () => {
    const page = await openWith(session, 'late', '');
    await page.evaluate(async (words) => {
      const outer = document.createElement('iframe');
      outer.id = 'outer';
      outer.srcdoc = `<iframe id="inner" srcdoc="<p>${words}"></iframe>`;
      const loaded = new Promise((resolve) => outer.addEventListener('load', resolve));
      document.querySelector('article')?.append(outer);
      await loaded;
    }, WORDS);
    await page.evaluate(() => {
      const outer = document.querySelector<HTMLIFrameElement>('#outer')?.contentDocument;
      const inner = outer?.querySelector('iframe')?.contentWindow;
      inner?.focus();
      inner?.getSelection()?.selectAllChildren(inner.document.body);
    });
    expect((await pressCopy(page)).plain.startsWith(`${WORDS}\n\nSource: `)).toBe(true);
    await page.close();
  });

  it('with an article of its own is not credited to the one around it', async () => {
    const page = await openWith(
      session,
      'framed',
      '<iframe id="f" src="/no-service.html" width="600" height="300"></iframe>',
    );
    await waitUntil(
      () => page.evaluate(() => document.querySelector('iframe')?.contentDocument?.body.innerText),
      { what: 'the frame' },
    );
    const { plain } = await copyInFrame(page, '#f');
    expect(plain.length).toBeGreaterThan(200);
    expect(plain).not.toContain('Source: ');
    await page.close();
  });

  it('of another site is left alone', async () => {
    const elsewhere = session.site.origin.replace('127.0.0.1', 'localhost');
    session.site.setPage('/framed.html', `<!doctype html><p>${WORDS}</p>`);
    const page = await openWith(
      session,
      'elsewhere',
      `<iframe id="f" src="${elsewhere}/framed.html" width="600" height="200"></iframe>`,
    );
    const frame = await waitUntil(
      () => page.frames().find((one) => one.url().includes('framed.html')) ?? null,
      { what: 'the frame' },
    );
    await page.bringToFront();
    // A frame of another process may not take the first click while it is being put in its place.
    await waitUntil(
      async () => {
        await frame.click('p');
        return frame.evaluate(() => document.hasFocus());
      },
      { what: 'its focus' },
    );
    await frame.evaluate(() => getSelection()?.selectAllChildren(document.body));
    expect((await pressCopy(page)).plain).toBe(WORDS);
    await page.close();
  });
});

describe('a copy in an open shadow tree', () => {
  const HOST = (inner: string) =>
    `<div id="host"><template shadowrootmode="open"><p id="in">${inner}</p></template></div>`;

  it.each([
    ['one', HOST(WORDS), ['#host']],
    ['one within another', HOST(HOST(WORDS)), ['#host', '#host']],
  ])('in %s carries the source', async (name, html, hosts) => {
    const page = await openWith(session, `shadow-${name.length}`, html);
    await page.evaluate((path) => {
      let root: Document | ShadowRoot = document;
      for (const css of path) root = root.querySelector(css)?.shadowRoot ?? root;
      const text = root.querySelector('#in')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, text.textContent?.length ?? 0);
    }, hosts);
    const { plain, html: copied } = await pressCopy(page);
    expect(plain.startsWith(`${WORDS}\n\nSource: `), plain).toBe(true);
    expect(copied).toContain(WORDS);
    expect(copied).toContain(`<a href="${page.url()}"`);
    await page.close();
  });
});

describe('a copy brings along', () => {
  it('several blocks with their list, heading and links', async () => {
    const page = await openArticle(session, '/article.html');
    await session.driver.selectRange(page, {
      startCss: '#p4',
      startOffset: 0,
      endCss: '#p6',
      endOffset: 20,
    });
    const { html } = await pressCopy(page);
    expect(html).toMatch(/<blockquote cite="[^"]+"[^>]*><p[^>]*>Not everybody/);
    expect(html).toMatch(/<h2[^>]*>What the Works Will Cost<\/h2>/);
    expect(html).toMatch(/<ul[^>]*>(?:\s*<li>[^<]+<\/li>){3}\s*<\/ul>/);
    await page.close();
  });

  it('a table as a table', async () => {
    const page = await openArticle(session, '/article.html');
    const { html } = await copy(session, page, '#table');
    expect(html.match(/<tr>/g)).toHaveLength(4);
    expect(html).toContain('<th scope="col">Month</th>');
    expect(html).toContain('<caption>Steps of the repair</caption>');
    await page.close();
  });

  it('an image with its alternative text, and its credit although the caption is not selected', async () => {
    const page = await openArticle(session, '/article.html');
    const copyImage = async () => {
      await page.evaluate(() => {
        const image = document.querySelector('#figure img');
        const range = document.createRange();
        if (image !== null) range.selectNode(image);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
      });
      return pressCopy(page);
    };
    await changeSettings(session, { attribution: { when: 'never' } });
    const own = await copyImage();
    await changeSettings(session, { attribution: { when: 'always' } });
    const { plain, html } = await copyImage();
    expect(plain.startsWith(`${own.plain}\n\nSource: `), JSON.stringify(own.plain)).toBe(true);
    expect(html).toMatch(/<img [^>]*src="http[^"]+\/tower\.svg" alt="Drawing of a clock/);
    expect(html).toContain('bridge-archive.example.org');
    expect(plain).toContain('Photo: bridge-archive.example.org');
    expect(plain).toContain(page.url());
    await page.close();
  });

  it('a figure with the credit that it has, once', async () => {
    const page = await openArticle(session, '/article.html');
    const { html } = await copy(session, page, '#figure');
    expect(html).toMatch(/<figcaption[^>]*>Osric Pell below the tower\./);
    expect(html.match(/bridge-archive\.example\.org/g)).toHaveLength(1);
    await page.close();
  });

  it('the direction of its script, and a note in the article’s language', async () => {
    const page = await openArticle(session, '/rtl.html');
    const { plain, html } = await copy(session, page, '#p2');
    expect(html).toMatch(/dir="rtl"/);
    expect(html).toContain('lang="ar"');
    expect(plain).toContain('المصدر');
    await page.close();
  });
});

describe('copying an image from the menu', () => {
  const copyImage = async (page: Page, image: string, before: string) => {
    await page.bringToFront();
    await session.driver.chooseFromMenu('copy-image', { image });
    return waitUntil(
      async () => {
        const clipboard = await session.driver.readClipboard();
        return clipboard.plain === before ? null : clipboard;
      },
      { what: 'a copy' },
    );
  };

  it('carries the caption, the credit and the source', async () => {
    const page = await openArticle(session, '/article.html');
    const before = await copy(session, page, '#h-keeper');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    const { plain, html } = await copyImage(page, `${session.site.origin}/tower.svg`, before.plain);
    expect(html).toMatch(/^(?:<meta[^>]*>)?<figure[^>]*><img src="[^"]+tower\.svg" alt="Drawing/);
    expect(html).toContain(' width="640" height="360">');
    expect(html).toContain('<figcaption>Osric Pell below the tower.');
    expect(html).toContain(`<a href="${page.url()}"`);
    expect(plain).toMatch(/^Osric Pell below the tower\..*\n\nSource: Clock Tower/s);
    await page.close();
  });

  it('says so where there is no such image, and leaves the clipboard as it was', async () => {
    const page = await openArticle(session, '/article.html');
    const before = await copy(session, page, '#h-keeper');
    await page.bringToFront();
    await session.driver.chooseFromMenu('copy-image', { image: 'https://news.example/none.png' });
    await session.driver.waitForShadow(page, 'sic-note', '[role="status"] p');
    expect(await session.driver.readClipboard()).toEqual(before);
    await page.close();
  });
});
