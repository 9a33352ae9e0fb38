/** The browser itself opens what was described: each page is loaded afresh by its link, and has to stand there. */
import { beforeAll, describe, expect, it } from 'vitest';
import { NEWS, usePageModule, visit } from './page-session.ts';
import { bundlePassages, selectMarked } from './passage-session.ts';

const session = usePageModule();
let script = '';
beforeAll(async () => {
  script = await bundlePassages();
});

const URL_OF_PAGE = `${NEWS}/2026/03/passage`;
const FAR = '<div style="height: 3000px"></div>';
const write = (others: string, place: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><body>${FAR}<section>${others}</section>${FAR}
<section id="place">${place}</section>${FAR}<section>${others}</section>${FAR}</body></html>`;

/** The link's directive for the marked words, and whether the browser goes to their section by it. */
async function openByLink(others: string, place: string) {
  const { page, site } = session;
  await visit(session, URL_OF_PAGE, write(others, place));
  await page.evaluate(script);
  const directive = await page.evaluate(
    `passages.describePassage((${String(selectMarked)})(), { budget: 10000 })`,
  );
  const body = write(others, place.replace(/[⟦⟧]/g, ''));
  site.setPage(URL_OF_PAGE, { body, type: 'text/html' });
  await page.goto('about:blank');
  await page.goto(`${URL_OF_PAGE}#:~:text=${directive}`, { waitUntil: 'load' });
  const seen = await page.evaluate(async () => {
    for (let turn = 0; turn < 60 && scrollY === 0; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { top, bottom } =
      document.querySelector('#place')?.getBoundingClientRect() ?? new DOMRect();
    return scrollY > 0 && bottom > 0 && top < innerHeight;
  });
  return { directive, seen };
}

describe('the browser goes to', () => {
  it.each([
    [
      'words that stand once',
      'other words',
      '<p>It was ⟦a quiet morning in the bay⟧, they said.</p>',
    ],
    [
      'words that stand elsewhere too',
      '<p>the quiet bay of theirs</p>',
      '<p>then the ⟦quiet bay⟧ was calm</p>',
    ],
    [
      'a block that stands elsewhere too',
      '<p>Advertisement</p>',
      '<p>Sunday</p><p>⟦Advertisement⟧</p><p>Monday</p>',
    ],
    [
      'several blocks',
      '<p>with a storm</p>',
      '<p>It began ⟦with a storm at sea.</p><p>It ended</p><p>with a calm⟧ night.</p>',
    ],
    ['words of two elements', 'x', '<p>a <b>⟦bold</b> <i> word and</i>\n<a> another one⟧</a></p>'],
    [
      'what is typeset',
      'x',
      '<p>an ⟦extra&shy;ordinary “inter&shy;ruption”, it’s&nbsp;said⟧ of it</p>',
    ],
    [
      'signs with a meaning in a fragment',
      'x',
      '<p>the ⟦well-known R&amp;D, 100% (indeed!) of it⟧ all</p>',
    ],
    ['preformatted lines', 'x', '<pre>first ⟦line of it\n  second line⟧ of it</pre>'],
    ['line breaks', 'x', '<p>Roses are ⟦red, my dear<br>violets are blue⟧ here</p>'],
    ['table cells', 'x', '<table><tr><td>first ⟦cell of many<td>second cell⟧ of many</table>'],
    [
      'capitals by style',
      'x',
      '<p style="text-transform:uppercase">the ⟦great storm of the year⟧ came</p>',
    ],
    [
      'words around what is hidden',
      'x',
      '<p>a ⟦quiet <span hidden>loud</span>morning by the bay⟧ it was</p>',
    ],
    ['right to left', 'أخبار', '<p dir=rtl>قال ⟦إن الطقس كان جميلا جدا⟧ اليوم</p>'],
    ['Russian', 'новости', '<p>Вчера ⟦ёлка в заливе стояла тихо⟧ весь день</p>'],
    ['Chinese', '新闻', '<p>他们在那里，⟦举行了一次非常重要的会议⟧，讨论了很多问题。</p>'],
    ['mid-word ends', 'x', '<p>They re⟦cieved the letters on Mon⟧day.</p>'],
  ])('%s', async (_, others, place) => {
    const { directive, seen } = await openByLink(others, place);
    expect({ directive, seen }).toEqual({ directive: expect.any(String), seen: true });
  });

  it('nothing, as this test would see', async () => {
    // A link to words that are not there leaves the page at its top.
    const { page } = session;
    await page.goto('about:blank');
    await page.goto(`${URL_OF_PAGE}#:~:text=no%20such%20words`, { waitUntil: 'load' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});
