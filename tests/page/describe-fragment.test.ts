/** The third selector of what a reader marks: given where this browser is led to the words by it, and not else. */
import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { decodeFragment, useFragments } from './fragment-session.ts';
import { NEWS, setBody, visit } from './page-session.ts';
import { selectMarked } from './passage-session.ts';

const PLACE = `${NEWS}/2026/03/night-ferry`;
const FAR = '<div style="height: 3000px"></div>';
const PATIENT = '{ budget: 60_000 }';
const session = useFragments();

/** The directive of the marked words, decoded part by part; null for none. */
async function describeMarked(page: Page | Frame, options = PATIENT) {
  const value = await page.evaluate(`(() => {
    const words = fragments.describeWords((${selectMarked})(), document.body, ${options});
    return words?.selectors[2]?.value ?? null;
  })()`);
  return decodeFragment(value);
}

async function describeBody(html: string): Promise<string | null> {
  await setBody(session.page, html);
  return describeMarked(session.page);
}

/** Opens the page afresh by the words' fragment, and tells whether the browser goes to `#place` by it. */
async function follow(
  others: string,
  place: string,
): Promise<{ said: string | null; isSeen: boolean }> {
  const { page, site } = session;
  const write = (words: string) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><body>${FAR}<section>${others}</section>${FAR}
<section id="place">${words}</section>${FAR}<section>${others}</section>${FAR}</body></html>`;
  await visit(session, PLACE, write(place));
  await page.evaluate(session.script);
  const value = await page.evaluate(
    `fragments.describeWords((${selectMarked})(), document.body, ${PATIENT})?.selectors[2]?.value ?? null`,
  );
  if (value === null) return { said: null, isSeen: false };
  site.setPage(new URL(PLACE).href, {
    body: write(place.replace(/[⟦⟧¦]/g, '')),
    type: 'text/html',
  });
  await page.goto('about:blank');
  await page.goto(`${PLACE}#${value}`, { waitUntil: 'load' });
  const isSeen = await waitInPage(page, () => {
    const { top = -1, bottom = -1 } =
      document.querySelector('#place')?.getBoundingClientRect() ?? {};
    return scrollY > 0 && bottom > 0 && top < innerHeight;
  }).then(
    () => true,
    () => false,
  );
  return { said: decodeFragment(value), isSeen };
}

describe('the browser is led', () => {
  it.each([
    ['to words that stand once', '<p>others</p>', '<p>It ⟦recieved a warm welcome⟧ there.</p>'],
    [
      'to one word at the start of a paragraph, behind a heading',
      '<p>They recieved nothing.</p>',
      '<h2>New tickets</h2><p>⟦Recieved⟧ with joy it was.</p>',
    ],
    [
      'to one word at the end of a paragraph',
      '<p>so it was recieved and kept</p>',
      '<p>A letter was ⟦recieved⟧</p><p>Then came another one.</p>',
    ],
    [
      'to a block of one word that stands elsewhere too',
      '<p>Advertisment</p>',
      '<p>Sunday</p><p>⟦Advertisment⟧</p><p>Monday</p>',
    ],
    ['from right to left', '<p>أخبار المدينة</p>', '<p dir=rtl>بنيت ⟦المدينة⟧ على سبعة تلال</p>'],
    [
      'in Chinese',
      '<p>城里的春天</p>',
      '<p>这座城市建在七座高山之上，人都很喜欢这里的⟦春天⟧。</p>',
    ],
    ['in Russian', '<p>в заливе стояла тихо</p>', '<p>Вчера ёлка в ⟦заливе⟧ стояла весь день</p>'],
    [
      'to what a slot shows',
      '<p>others</p>',
      '<x-a><template shadowrootmode=open><p>before</p><slot></slot></template>The ⟦quiet bay⟧ was calm</x-a>',
    ],
    ['from half a word to the whole', '<p>others</p>', '<p>They re⟦cie⟧ved the letters.</p>'],
  ])('%s', async (_, others, place) => {
    const seen = await follow(others, place);
    expect(seen).toEqual({ said: expect.any(String), isSeen: true });
  });

  it('nowhere by words that are not there, as this test would see', async () => {
    const { page } = session;
    await page.goto('about:blank');
    await page.goto(`${PLACE}#:~:text=no%20such%20words`, { waitUntil: 'load' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});

describe('a fragment', () => {
  it('says of which kind it is, and is what a quote has as well', async () => {
    await setBody(session.page, '<p>A ⟦quick⟧ fox ran home.</p>');
    const seen = await session.page.evaluate(`(() => {
      const range = (${selectMarked})();
      return [
        fragments.describeWords(range, document.body, ${PATIENT}).selectors,
        fragments.describeQuote(range, document.body, ${PATIENT}),
      ];
    })()`);
    const selectors = [
      expect.objectContaining({ type: 'TextQuoteSelector' }),
      expect.objectContaining({ type: 'TextPositionSelector' }),
      {
        type: 'FragmentSelector',
        conformsTo: 'https://wicg.github.io/scroll-to-text-fragment/',
        value: expect.stringMatching(/^:~:text=.*quick/),
      },
    ];
    expect(seen).toEqual([selectors, selectors]);
  });

  it('tells the same words apart by what stands next to them', async () => {
    const same = '<p>The same sentence stands here twice</p>';
    const marked = same.replace('twice', '⟦twice⟧');
    expect(await describeBody(`${same}<p>Two</p>${marked}<p>Three</p>`)).toMatch(/-Three$/);
    expect(await describeBody(`${marked}<p>Two</p>${same}<p>Three</p>`)).toMatch(/-Two$/);
    // Nothing that a browser could compare is different.
    expect(await describeBody(`${same}<p>Two</p>${marked}<p>Two</p>`)).toBeNull();
  });

  it('is none where no neighbour tells the words from the same ones before', async () => {
    const same = '<p>on and on</p>'.repeat(40);
    expect(await describeBody(`${same}<p>on and ⟦on⟧</p>${same}`)).toBeNull();
  });

  it('does not care for duplicates that are hidden', async () => {
    const clean = await describeBody('<p>the quiet ⟦bay of ours⟧ was calm</p>');
    for (const hidden of ['hidden', 'style="display:none"', 'style="visibility:hidden"']) {
      const html = `<p ${hidden}>the quiet bay of ours was calm</p>`;
      expect(await describeBody(`${html}<p>the quiet ⟦bay of ours⟧ was calm</p>`)).toBe(clean);
    }
  });

  it('is none for words in a shadow tree, yet one for what a slot shows', async () => {
    const seen = await session.page.evaluate(
      (options) => {
        document.body.innerHTML =
          '<p>all the songs</p><div id=host><b>slotted words here</b></div>';
        const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
        root?.append(document.createElement('slot'), 'words of the tree');
        const range = document.createRange();
        return [root?.lastChild, document.querySelector('b'), document.querySelector('p')].map(
          (node) => {
            range.selectNodeContents(node ?? document);
            return fragments.describeFragment(range, options) !== null;
          },
        );
      },
      { budget: 60_000 },
    );
    expect(seen).toEqual([false, true, true]);
  });

  it('is none where it would be too long for a link', async () => {
    expect(await describeBody(`<p>⟦${'ა'.repeat(200)}⟧</p>`)).toBe('ა'.repeat(200));
    expect(await describeBody(`<p>⟦${'ა'.repeat(250)}⟧</p>`)).toBeNull();
  });

  it('is none when the time is up, and the words are described all the same', async () => {
    await setBody(session.page, '<p>A ⟦quick⟧ fox.</p>'.concat('<p>more words</p>'.repeat(500)));
    const seen = await session.page.evaluate(`(() => {
      let time = 0;
      const range = (${selectMarked})();
      const tell = (options) =>
        fragments.describeWords(range, document.body, options).selectors.map(({ type }) => type);
      return [tell({ now: () => (time += 10) }), tell({ budget: 0 }), tell({ now: () => 0 })];
    })()`);
    const text = ['TextQuoteSelector', 'TextPositionSelector'];
    expect(seen).toEqual([text, text, [...text, 'FragmentSelector']]);
  });

  it('is none on a page that hands out what it likes under the names of its layout', async () => {
    const fields = [
      'localName',
      'firstChild',
      'parentNode',
      'nextSibling',
      'shadowRoot',
      'nodeType',
    ];
    for (const name of fields) {
      await setBody(session.page, `<p>The ⟦quick⟧ fox</p><form><input name="${name}"></form>`);
      const type = await session.page.evaluate(`(() => {
        const range = (${selectMarked})();
        const one = fragments.describeFragment(range);
        return one === null ? 'none' : one.type;
      })()`);
      expect(['none', 'FragmentSelector'], name).toContain(type);
    }
  });

  it('is none for a document that no window shows', async () => {
    const seen = await session.page.evaluate(() => {
      const apart = new DOMParser().parseFromString('<p>A quick fox</p>', 'text/html');
      const range = apart.createRange();
      range.selectNodeContents(apart.querySelector('p') ?? apart);
      return fragments.describeQuote(range, apart.body)?.length;
    });
    expect(seen).toBe(2);
  });

  it('is none for a frame that only the page around it can show', async () => {
    const { page, site } = session;
    const words = '<p>A ⟦quick⟧ fox ran.</p>';
    site.setPage(`${NEWS}/framed`, { body: words, type: 'text/html' });
    await visit(
      session,
      PLACE,
      `<!doctype html><p>The page</p><iframe id="a" srcdoc="${words}"></iframe>
<iframe id="b"></iframe><iframe id="c" src="/framed"></iframe>`,
    );
    await page.evaluate((html) => {
      const written = document.querySelector<HTMLIFrameElement>('#b')?.contentDocument;
      written?.open();
      written?.write(html);
      written?.close();
    }, words);
    const seen: Record<string, string | null> = {};
    for (const id of ['a', 'b', 'c']) {
      const frame = await (await page.waitForSelector(`#${id}`))?.contentFrame();
      if (frame == null) throw new Error(`no frame ${id}`);
      await frame.waitForFunction(() => document.body?.textContent?.includes('⟧'));
      await frame.evaluate(session.script);
      seen[id] = await describeMarked(frame);
    }
    expect(seen).toEqual({ a: null, b: null, c: expect.stringContaining('quick') });
  });
});
