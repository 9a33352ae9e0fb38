/** What is copied from an article, pasted into the editors that newsrooms use: the source comes along as a link. */
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Clipboard } from '../drivers/driver.ts';
import { EDITORS, openEditor, pasteIntoEditor, serveEditors } from './editor-pages.ts';
import { type Facts, readFacts } from './editors/read-facts.ts';
import { changeSettings, openArticle, useSession } from './session.ts';

const session = useSession();

const DEED = 'https://creativecommons.org/licenses/by/4.0/';
const STORY = '/quoted.html';
const LICENSED = '/licensed.html';
const RTL = '/rtl.html';

/** What an editor has no place for, however it is given. */
interface Limits {
  /** quotations hold paragraphs alone, or everything */
  quotes: 'all' | 'paragraphs';
  /** tables with header rows, rows of data alone, or none */
  tables: 'all' | 'data' | 'none';
  captions: boolean;
  direction: boolean;
}
const ALL: Limits = {
  quotes: 'all',
  tables: 'all',
  captions: true,
  direction: true,
};
const LIMITS: Record<Exclude<(typeof EDITORS)[number], 'textarea'>, Limits> = {
  contenteditable: ALL,
  tinymce: ALL,
  ckeditor: { ...ALL, direction: false },
  tiptap: { ...ALL, tables: 'none', captions: false, direction: false },
  quill: { ...ALL, quotes: 'paragraphs', tables: 'data', captions: false },
};

interface Case {
  name: string;
  path: string;
  startCss: string;
  endCss?: string;
  quote: 'blockquote' | 'bare';
  /** what the selection holds, so that a case cannot pass on nothing */
  holds: Partial<Record<keyof Facts, number>>;
}

const SEVERAL = { startCss: '#p4', endCss: '#list', holds: { headings: 1, items: 3, links: 2 } };
const CASES: Case[] = [
  {
    name: 'one paragraph',
    path: STORY,
    startCss: '#p1',
    quote: 'blockquote',
    holds: { emphases: 2 },
  },
  {
    name: 'one paragraph, bare',
    path: STORY,
    startCss: '#p1',
    quote: 'bare',
    holds: { emphases: 2 },
  },
  { name: 'blocks and a list', path: STORY, ...SEVERAL, quote: 'blockquote' },
  { name: 'blocks and a list, bare', path: STORY, ...SEVERAL, quote: 'bare' },
  { name: 'a table', path: STORY, startCss: '#table', quote: 'blockquote', holds: { rows: 4 } },
  { name: 'a figure', path: STORY, startCss: '#figure', quote: 'bare', holds: { images: 1 } },
  {
    name: 'a figure behind its paragraph',
    path: STORY,
    startCss: '#p3',
    endCss: '#p4',
    quote: 'blockquote',
    holds: { images: 1, captions: 1 },
  },
  {
    name: 'a figure before its paragraph, bare',
    path: STORY,
    startCss: '#figure',
    endCss: '#p4',
    quote: 'bare',
    holds: { images: 1, captions: 1 },
  },
  {
    name: 'a licensed article',
    path: LICENSED,
    startCss: '#p2',
    quote: 'blockquote',
    holds: { links: 2 },
  },
  {
    name: 'words from right to left',
    path: RTL,
    startCss: '#p2',
    quote: 'blockquote',
    holds: { rightToLeft: 2 },
  },
];

const editors = new Map<(typeof EDITORS)[number], Page>();

beforeAll(async () => {
  const { site } = session;
  const story = (await (await fetch(`${site.origin}/article.html`)).text())
    .replaceAll('article.html', 'quoted.html')
    .replace('with one voice against', '<em>$&</em>')
    .replace('a new wheel', '<strong>$&</strong>')
    .replace('The owner of the inn', '<a href="inn.html">$&</a>');
  site.setPage(STORY, story);
  site.setPage(
    LICENSED,
    story
      .replaceAll('quoted.html', 'licensed.html')
      .replace('</head>', `<link rel="license" href="${DEED}"></head>`),
  );
  await serveEditors(site);
  for (const name of EDITORS) editors.set(name, await openEditor(session, name));
});

describe('a copy pasted into editors', () => {
  it.each(CASES)('$name', async ({ path, quote, holds, ...place }) => {
    await changeSettings(session, { attribution: { when: 'always', minWords: 1, quote } });
    const page = await openArticle(session, path);
    const url = page.url();
    const title = await page.$eval('h1', (one) => one.textContent ?? '');
    const { clip, selected } = await copyStretch(page, place);
    const copied = await page.evaluate(readFacts, clip.html);
    await page.close();

    for (const [fact, length] of Object.entries(holds))
      expect(copied).toHaveProperty(`${fact}.length`, length);
    expect(copied.words.slice(0, selected.length)).toEqual(selected);
    expect(copied.quoted.join(' ')).toBe(quote === 'bare' ? '' : selected.join(' '));
    expect(copied.links.filter(({ href }) => href === url)).toMatchObject([{ text: title }]);
    expect(copied.links.some(({ href }) => href === DEED)).toBe(path === LICENSED);

    for (const [name, editor] of editors) {
      const pasted = await pasteIntoEditor(session, editor);
      if (name === 'textarea') {
        expect(pasted, name).toBe(clip.plain);
        expect(pasted.split(url), name).toHaveLength(2);
      } else {
        const facts = await editor.evaluate(readFacts, pasted);
        const limits = LIMITS[name];
        expect(listWhatSurvived(facts, copied, limits), name).toEqual(
          listWhatShould(copied, limits),
        );
        const leading = facts.links.filter(({ href }) => href === url);
        expect(leading, name).toHaveLength(1);
        for (const { rel } of leading) {
          expect(rel.split(' ').includes('nofollow'), name).toBe(false);
        }
      }
    }
  });
});

/** Copies from the start of one element to the end of another; gives the words that were selected, too. */
async function copyStretch(
  page: Page,
  { startCss, endCss = startCss }: Pick<Case, 'startCss' | 'endCss'>,
): Promise<{ clip: Clipboard; selected: string[] }> {
  const { driver } = session;
  const endOffset = await page.$eval(endCss, (end) => (end.textContent ?? '').length);
  await page.bringToFront();
  await driver.selectRange(page, { startCss, startOffset: 0, endCss, endOffset });
  const html = await page.evaluate(() => {
    const range = getSelection()?.getRangeAt(0);
    const around = range?.commonAncestorContainer;
    // Parts of a table are parts of a table only in one.
    const holder = around instanceof Element ? around : document.body;
    const copy = holder.cloneNode(false);
    copy.appendChild(range?.cloneContents() ?? document.createDocumentFragment());
    return new XMLSerializer().serializeToString(copy);
  });
  const { words } = await page.evaluate(readFacts, html);
  await driver.chord(page, 'Control', 'c');
  return { clip: await driver.readClipboard(), selected: words };
}

/** What came out, as far as it can be told beforehand; in the same form as `listWhatShould`. */
function listWhatSurvived(facts: Facts, copied: Facts, limits: Limits) {
  const { words, emphases, headings, items, images } = facts;
  const isParted = limits.quotes === 'paragraphs' && copied.quoted.length > 0;
  return {
    words,
    emphases,
    headings,
    items,
    images,
    // An editor may make links of its own of what looks like an address.
    links: facts.links
      .map(({ href, text }) => ({ href, text }))
      .filter(({ href, text }) => href !== `http://${text}`),
    rows: facts.rows.slice(limits.tables === 'all' ? 0 : 1),
    captions: facts.captions,
    quoted: isParted
      ? facts.quoted.filter((text) => copied.quotedParagraphs.includes(text))
      : facts.quoted,
    rightToLeft: facts.rightToLeft,
  };
}

function listWhatShould(copied: Facts, limits: Limits): ReturnType<typeof listWhatSurvived> {
  return {
    ...listWhatSurvived(copied, copied, limits),
    ...(limits.tables === 'none' ? { rows: [] } : {}),
    ...(limits.captions ? {} : { captions: [] }),
    ...(limits.direction ? {} : { rightToLeft: [] }),
    ...(limits.quotes === 'paragraphs' ? { quoted: copied.quotedParagraphs } : {}),
  };
}
