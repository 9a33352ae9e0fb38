/**
 * What the part of the page's own world puts into the editors that newsrooms use: once, as a paragraph of its own behind
 * the passage, in what the editor would save; undone and done again by the editor's own keys.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PRIMARY_MODIFIER } from '../drivers/page-actions.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  BLOCK_EDITORS,
  EDITORS,
  type EditorName,
  openEditor,
  serveEditors,
} from './editor-pages.ts';
import { readFacts } from './editors/read-facts.ts';
import { extensionFolder, useSession } from './session.ts';

const session = useSession();
const RICH: EditorName[] = [
  ...EDITORS.filter((name) => name !== 'textarea' && name !== 'contenteditable'),
  ...BLOCK_EDITORS,
];
const FIRST = 'First the river rose';
const SECOND = 'Then it fell again';
const URL_OF_STORY = 'https://news.example/river?a=1&b=2';
const REQUEST = {
  html: `<p>Source: <a href="${URL_OF_STORY.replace('&', '&amp;')}" rel="noopener">The &lt;river&gt; &amp; its banks</a>, <bdi>The Post</bdi></p>`,
  plain: `Source: The <river> & its banks (${URL_OF_STORY}), The Post`,
};
const PUT_IN = 'Source: The <river> & its banks, The Post';

beforeAll(async () => {
  await serveEditors(session.site, RICH);
});

/** Opens an editor with two paragraphs in it, typed as a person types. */
async function writeTwo(name: EditorName): Promise<Page> {
  const page = await openEditor(session, name);
  const code = readFileSync(join(extensionFolder, 'content/editors.js'), 'utf8');
  await page.evaluate((code) => {
    const script = document.createElement('script');
    script.text = code;
    document.head.append(script);
  }, code);
  await page.bringToFront();
  const spot = await page.evaluate(() => globalThis.standing?.spot ?? '');
  await page.waitForSelector(spot);
  await waitInPage(page, () => document.readyState === 'complete');
  await page.click(spot);
  // As fast as nobody types Trix mixes the letters up.
  await page.keyboard.type(FIRST, { delay: 15 });
  await page.keyboard.press('Enter');
  await page.keyboard.type(SECOND, { delay: 15 });
  await waitUntil(async () => (await readText(page)).includes(SECOND), {
    what: `two paragraphs in ${name}: ${await read(page)}`,
  });
  return page;
}

async function redo(page: Page): Promise<void> {
  const button = await page.evaluate(() => globalThis.standing?.redo ?? '');
  if (button === '') await session.driver.chord(page, [PRIMARY_MODIFIER, 'Shift'], 'z');
  else await page.click(button);
}

const read = (page: Page) => page.evaluate(() => globalThis.standing?.read() ?? '');
const readText = async (page: Page) => (await readWords(page)).words.join(' ');
async function readWords(page: Page) {
  const html = await read(page);
  return page.evaluate(readFacts, html);
}

/** Asks as the extension does; the block is the one that holds these words. */
async function ask(page: Page, words: string, where: 'before' | 'after'): Promise<string> {
  return page.evaluate(
    async (words, detail) => {
      const documents = [
        document,
        ...[...document.querySelectorAll('iframe')].map((one) => one.contentDocument),
      ];
      const blocks = documents.flatMap((one) => [
        ...(one?.querySelectorAll('p, [data-block], .ql-editor > *, trix-editor > div') ?? []),
      ]);
      const holder = blocks.findLast((one) => one.textContent?.includes(words));
      const target = holder ?? document.body;
      return new Promise<string>((resolve) => {
        target.addEventListener(
          'sic-put-in-done',
          (event) =>
            resolve(event instanceof CustomEvent || 'detail' in event ? String(event.detail) : ''),
          { once: true },
        );
        const event = new CustomEvent('sic-put-in', { detail, bubbles: true, composed: true });
        // A frame's events do not come out of it.
        if (target.ownerDocument === document) target.dispatchEvent(event);
        else resolve('in a frame');
      });
    },
    words,
    JSON.stringify({ ...REQUEST, where, line: words }),
  );
}

describe.each(RICH.filter((name) => name !== 'tinymce'))('%s', (name) => {
  it('takes a source behind a passage, and its undoing', async () => {
    const page = await writeTwo(name);
    const before = await readText(page);
    expect(await ask(page, FIRST, 'after')).toBe('put-in');
    const wanted = before.replace(FIRST, `${FIRST} ${PUT_IN}`);
    await waitUntil(async () => (await readText(page)) === wanted, {
      what: `the source in ${name}: ${await read(page)}`,
    });
    const { links } = await readWords(page);
    expect(links.map(({ href, text }) => ({ href, text }))).toEqual([
      { href: URL_OF_STORY, text: 'The <river> & its banks' },
    ]);
    expect(links[0]?.rel.split(' ')).not.toContain('nofollow');
    await session.driver.chord(page, PRIMARY_MODIFIER, 'z');
    await waitUntil(async () => (await readText(page)) === before, {
      what: `undo in ${name}: ${await read(page)}`,
    });
    await redo(page);
    await waitUntil(async () => (await readText(page)) === wanted, {
      what: `redo in ${name}: ${await read(page)}`,
    });
  });

  it('takes one before a passage', async () => {
    const page = await writeTwo(name);
    expect(await ask(page, SECOND, 'before')).toBe('put-in');
    const wanted = `${FIRST} ${PUT_IN} ${SECOND}`;
    await waitUntil(async () => (await readText(page)) === wanted, {
      what: `the source in ${name}: ${await read(page)}`,
    });
  });
});
