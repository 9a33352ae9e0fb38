/** Every place that a selection can stand in: each is reported by its own words. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Stretch } from '../drivers/driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import {
  FIXTURES,
  openArticle,
  openDialogOnSelection,
  openPage,
  readQuote,
  readShadowText,
  sendDialog,
  useSession,
} from './session.ts';

const session = useSession();
const article = await readFile(join(FIXTURES, 'article.html'), 'utf8');

const EXTRA = `
<ul id="list"><li id="item-1">Two spare bells</li><li id="item-2">One oiled rope</li></ul>
<table id="table"><caption id="table-caption">Winders by year</caption>
<tr><th id="cell-1">Year</th><td id="cell-2">Winder</td></tr>
<tr><th id="cell-3">1999</th><td id="cell-4">Aunt Pell</td></tr></table>
<div id="shadow"></div><div id="slotted"><p id="light">Slotted words stand here.</p></div>
<script>
  const open = document.querySelector('#shadow').attachShadow({ mode: 'open' });
  open.innerHTML = '<p>Before the nest.</p><div></div>';
  const inner = open.querySelector('div').attachShadow({ mode: 'open' });
  inner.innerHTML = '<p>Deep within the tower sleeps an owl.</p>';
  document.querySelector('#slotted').attachShadow({ mode: 'open' }).innerHTML = '<b>Around: </b><slot></slot>';
</script>`;

async function openWith(extra: string): Promise<Page> {
  session.site.setPage('/places.html', article.replace('</article>', `${extra}</article>`));
  return openArticle(session, '/places.html');
}

/** Reports what is selected; gives the words as they were sent. */
async function reportSelection(page: Page): Promise<string> {
  await openDialogOnSelection(session, page);
  const shown = await readShadowText(session, page, 'sic-dialog', 'mark');
  await sendDialog(session, page);
  const [annotation] = await session.endpoint.waitForStored(1);
  expect(readQuote(annotation).exact).toBe(shown);
  return shown;
}

describe('in the page itself', () => {
  const stretches: [string, Stretch, string][] = [
    ['a headline', { startCss: '#headline', startOffset: 0, endOffset: 11 }, 'Clock Tower'],
    ['a subhead', { startCss: '#h-keeper', startOffset: 2, endOffset: 8 }, 'Keeper'],
    [
      'two paragraphs',
      {
        startCss: '#p2',
        startOffset: article.match(/<p id="p2">(.*)pear wood/)?.[1]?.length ?? 0,
        endCss: '#p3',
        endOffset: 14,
      },
      'pear wood. A Keeper With Cold Hands The new keeper',
    ],
    ['a caption', { startCss: '#caption', startOffset: 0, endOffset: 13 }, 'Osric Pell below'],
    [
      'two items of a list',
      { startCss: '#item-1', startOffset: 10, endCss: '#item-2', endOffset: 3 },
      'bells One',
    ],
    [
      'cells of a table',
      { startCss: '#cell-2', startOffset: 0, endCss: '#cell-4', endOffset: 4 },
      'Winder 1999 Aunt',
    ],
    ['a table’s caption', { startCss: '#table-caption', startOffset: 0, endOffset: 7 }, 'Winders'],
    ['slotted words', { startCss: '#light', startOffset: 0, endOffset: 13 }, 'Slotted words'],
  ];
  it.each(stretches)('%s', async (_, stretch, words) => {
    const page = await openWith(EXTRA);
    await session.driver.selectRange(page, stretch);
    expect(await reportSelection(page)).toBe(words);
    await page.close();
  });

  it('an open shadow tree within another', async () => {
    const page = await openWith(EXTRA);
    await page.evaluate(() => {
      const outer = document.querySelector('#shadow')?.shadowRoot;
      const text = outer?.querySelector('div')?.shadowRoot?.querySelector('p')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 24, text, 33);
    });
    expect(await reportSelection(page)).toBe('sleeps an owl');
    await page.close();
  });
});

describe('in frames', () => {
  const FRAME_TEXT =
    '<!doctype html><html lang="de"><title>Kasten</title><p id="text">Der Uhrmacher feilt an einem Zahnradd aus Messing.</p>';

  /** Clicks into a word of the frame, and has it reported in the page's dialog. */
  async function reportInFrame(page: Page, frame: Frame): Promise<void> {
    await page.bringToFront();
    await frame.waitForSelector('#text');
    // A frame of another process may not take the first click while it is being put in its place.
    await waitUntil(
      async () => {
        await frame.click('#text');
        return frame.evaluate(() => document.hasFocus());
      },
      { what: 'the frame’s focus' },
    );
    await frame.evaluate(() => {
      const node = document.querySelector('#text')?.firstChild as Text;
      const at = node.data.indexOf('Zahnradd');
      getSelection()?.setBaseAndExtent(node, at + 2, node, at + 6);
    });
    await openDialogOnSelection(session, page);
  }

  async function findFrame(page: Page, isWanted: (frame: Frame) => boolean): Promise<Frame> {
    return waitUntil(
      () => page.frames().find((frame) => frame !== page.mainFrame() && isWanted(frame)) ?? null,
      { what: 'the frame' },
    );
  }

  it('of the page’s own site', async () => {
    session.site.setPage('/box.html', FRAME_TEXT);
    const page = await openWith('<iframe src="/box.html" height="80"></iframe>');
    const frame = await findFrame(page, (one) => one.url().endsWith('/box.html'));
    await reportInFrame(page, frame);
    expect(await readShadowText(session, page, 'sic-dialog', 'mark')).toBe('Zahnradd');
    await sendDialog(session, page);
    const [annotation] = await session.endpoint.waitForStored(1);
    expect(annotation?.target).toMatchObject({
      source: `${session.site.origin}/box.html`,
      scope: `${session.site.origin}/article.html`,
    });
    await page.close();
  });

  it('of another site', async () => {
    session.site.setPage('/box.html', FRAME_TEXT);
    const elsewhere = session.site.origin.replace('127.0.0.1', 'localhost');
    const page = await openWith(`<iframe src="${elsewhere}/box.html" height="80"></iframe>`);
    const frame = await findFrame(page, (one) => one.url().startsWith(elsewhere));
    await reportInFrame(page, frame);
    await sendDialog(session, page);
    const [annotation] = await session.endpoint.waitForStored(1);
    expect(readQuote(annotation)).toMatchObject({
      exact: 'Zahnradd',
      prefix: 'Der Uhrmacher feilt an einem ',
      suffix: ' aus Messing.',
    });
    expect(annotation?.target).toMatchObject({
      source: `${elsewhere}/box.html`,
      scope: `${session.site.origin}/article.html`,
    });
    await page.close();
  });

  it('are marked there, also after a reload', async () => {
    session.site.setPage('/box.html', FRAME_TEXT);
    const elsewhere = session.site.origin.replace('127.0.0.1', 'localhost');
    const page = await openWith(`<iframe src="${elsewhere}/box.html" height="80"></iframe>`);
    const find = () => findFrame(page, (one) => one.url().startsWith(elsewhere));
    const readMarks = async () =>
      (await find()).evaluate(() => [...(CSS.highlights.get('sic-mark') ?? [])].map(String));
    await reportInFrame(page, await find());
    await session.driver.clickInShadow(page, 'sic-dialog', 'button[value="mark"]');
    for (const turn of ['at once', 'after a reload']) {
      await session.driver.waitForShadow(page, 'sic-marks', 'button');
      await waitUntil(async () => (await readMarks()).join() === 'Zahnradd', {
        what: `the mark in the frame ${turn}`,
      });
      if (turn === 'at once') await page.reload();
    }
    await session.driver.clickInShadow(page, 'sic-marks', 'button[value="ask"]');
    await session.driver.waitForShadow(page, 'sic-marks', 'button[value="discard"]');
    await session.driver.clickInShadow(page, 'sic-marks', 'button[value="discard"]');
    await waitUntil(async () => (await readMarks()).length === 0, { what: 'the mark to go' });
    await page.close();
  });

  it('that has no address of its own', async () => {
    const page = await openWith(
      `<iframe srcdoc="${FRAME_TEXT.replaceAll('"', '&quot;')}" height="80"></iframe>`,
    );
    const frame = await findFrame(page, (one) => one.url() === 'about:srcdoc');
    await reportInFrame(page, frame);
    await sendDialog(session, page);
    const [annotation] = await session.endpoint.waitForStored(1);
    expect(readQuote(annotation).exact).toBe('Zahnradd');
    expect(annotation?.target.source).toBe(`${session.site.origin}/article.html`);
    expect(annotation?.target.scope).toBeUndefined();
    await page.close();
  });

  it('from the menu and the popup', async () => {
    session.site.setPage('/box.html', FRAME_TEXT);
    const elsewhere = session.site.origin.replace('127.0.0.1', 'localhost');
    const page = await openWith(`<iframe src="${elsewhere}/box.html" height="80"></iframe>`);
    const frame = await findFrame(page, (one) => one.url().startsWith(elsewhere));
    await (await frame.waitForSelector('#text'))?.click();
    await frame.evaluate(() => {
      const node = document.querySelector('#text')?.firstChild as Text;
      getSelection()?.setBaseAndExtent(node, 4, node, 13);
    });
    await page.bringToFront();
    expect(await session.driver.sendMessage({ type: 'report/start' })).toEqual({
      ok: true,
      value: true,
    });
    await session.driver.waitForShadow(page, 'sic-dialog', 'mark');
    expect(await readShadowText(session, page, 'sic-dialog', 'mark')).toBe('Uhrmacher');
    await page.close();
  });

  it('of a page that takes no reports keep their key', async () => {
    session.site.setPage('/box.html', FRAME_TEXT);
    session.site.setPage(
      '/plain.html',
      '<!doctype html><title>A shop</title><p>Buy things.</p><iframe src="/box.html"></iframe>',
    );
    const page = await openPage(session, '/plain.html');
    const frame = await findFrame(page, (one) => one.url().endsWith('/box.html'));
    await (await frame.waitForSelector('#text'))?.click();
    await frame.evaluate(() => {
      addEventListener('keydown', ({ key }) => {
        document.title = key;
      });
      getSelection()?.selectAllChildren(document.querySelector('#text') as Element);
    });
    // Long enough for the page to be asked.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await session.driver.chord(page, 'Control', 'Enter');
    await waitUntil(async () => (await frame.title()) === 'Enter', { what: 'the frame’s key' });
    expect(await page.$('sic-dialog')).toBeNull();
    await page.close();
  });
});

describe('in a document that is no HTML', () => {
  it('plain text', async () => {
    session.site.setPage('/notes.txt', {
      body: 'The keeper oiled the beers of the wheel.\n\nThen it rained.',
      type: 'text/plain',
    });
    const page = await openPage(session, '/notes.txt');
    await session.driver.selectText(page, { css: 'pre', text: 'beers' });
    await openDialogOnSelection(session, page);
    expect(await readShadowText(session, page, 'sic-dialog', 'mark')).toBe('beers');
    await sendDialog(session, page);
    expect(await readShadowText(session, page, 'sic-dialog', '.status')).toContain('Kept');
    await page.close();
  });

  it('XHTML', async () => {
    session.site.setPage('/page.xhtml', {
      body: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Notes</title>
<link rel="http://www.w3.org/ns/oa#annotationService" href="${session.endpoint.url}"/></head>
<body><p id="p">A wheel with a missing tooht turns badly.</p></body></html>`,
      type: 'application/xhtml+xml',
    });
    const page = await openPage(session, '/page.xhtml');
    await session.driver.selectText(page, { css: '#p', text: 'tooht' });
    expect(await reportSelection(page)).toBe('tooht');
    await page.close();
  });

  it('XML with a style sheet of its own', async () => {
    session.site.setPage('/style.css', { body: 'doc, line { display: block }', type: 'text/css' });
    session.site.setPage('/doc.xml', {
      body: '<?xml version="1.0"?><?xml-stylesheet href="/style.css"?><doc><line>The first lime.</line><line>The second line.</line></doc>',
      type: 'application/xml',
    });
    const page = await openPage(session, '/doc.xml');
    await session.driver.selectText(page, { css: 'line', text: 'lime' });
    await openDialogOnSelection(session, page);
    expect(await readShadowText(session, page, 'sic-dialog', 'mark')).toBe('lime');
    expect(await readShadowText(session, page, 'sic-dialog', 'blockquote')).toMatch(
      /^The first lime\./,
    );
    await page.close();
  });
});

describe('too much', () => {
  it('is said, and nothing can be sent', async () => {
    const page = await openWith('');
    await session.driver.selectText(page, 'article');
    await session.driver.chord(page, 'Control', 'Enter');
    await session.driver.waitForShadow(page, 'sic-dialog', '.status.too-long');
    expect(await readShadowText(session, page, 'sic-dialog', '.status')).toContain('1,000');
    await page.close();
  });
});
