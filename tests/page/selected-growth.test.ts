import { expect, it } from 'vitest';
import { writeArticle } from './long-article.ts';
import { show, useSelected } from './selected-session.ts';

const session = useSelected();

/** Twice as much may cost twice as much, and what a busy machine adds; four times as much is a loop in a loop. */
const MOST = 2.6;
const IMAGE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const figure = `<figure><img src="${IMAGE}" alt="a mill" width="30" height="20"></figure>`;
const link = '<a class="l" href="/2026/ledger?utm_source=x&amp;id=7#sacks">ledger</a> ';
const folded = (count: number) => `<details>${'<p>sack</p>'.repeat(count)}</details>`;

it.each<[string, (size: number) => string]>([
  ['an article', (size) => writeArticle(11, 4_000 * size).html],
  ['links', (size) => `<p>${link.repeat(800 * size)}</p>`],
  ['images among many siblings', (size) => `<p>words</p>${figure}<p>more</p>`.repeat(150 * size)],
  ['a folded part', (size) => `<p>words</p>${folded(3_000 * size)}<p>more words</p>`],
  ['blank texts and line breaks', (size) => `<p>${'word <br>\n '.repeat(800 * size)}</p>`],
])('reads %s in linear time', async (_, write) => {
  const { page } = session;
  const cost = async (size: number) => {
    await show(page, write(size));
    return page.evaluate(() => {
      const times: number[] = [];
      for (let round = 0; round < 9; round += 1) {
        const selection = getSelection();
        selection?.selectAllChildren(document.body);
        // Not from edge to edge: what lies in a part is found by other ways.
        const last = document.body.lastChild;
        if (last !== null) selection?.extend(last, last.childNodes.length);
        const start = performance.now();
        // Clocks of browsers are coarse.
        for (let again = 0; again < 3; again += 1) {
          const found = selected.readSelected(null, document);
          if (found === null) throw new Error('nothing is selected');
          found.readText();
          found.writeHtml();
          if (found.images.length > 1_000) throw new Error('too many images');
        }
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    });
  };
  await cost(2);
  const ratios: number[] = [];
  for (let round = 0; round < 3; round += 1) ratios.push((await cost(4)) / (await cost(2)));
  // What a busy machine adds it adds now and then; what is worse than linear is so each time.
  expect(Math.min(...ratios), ratios.join(' ')).toBeLessThan(MOST);
});
