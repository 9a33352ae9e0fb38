/** Words at random: a plain search by the specification is led by their text fragment to them, or they have none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useFragments } from './fragment-session.ts';
import { createRandom, writeArticle } from './long-article.ts';
import { setBody } from './page-session.ts';

const SEED = 20261124;
const session = useFragments();

describe('at random', () => {
  /** Marks at shares of the page's text; gives what is led elsewhere, and how many are led right. */
  const check = (rolls: number[][]) =>
    session.page.evaluate((marks) => {
      const nodes: Text[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode())
        if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
      let right = 0;
      const wrong = marks.flatMap(([a = 0, b = 0, c = 0]) => {
        const first = Math.floor(a * nodes.length);
        const last = Math.min(nodes.length - 1, first + Math.floor(b * 3));
        const [start, end] = [nodes[first], nodes[last]];
        if (start === undefined || end === undefined) return [];
        const range = document.createRange();
        range.setStart(start, Math.floor(c * start.data.length));
        range.setEnd(end, Math.ceil(((c * 7919) % 1) * end.data.length));
        const words = fragments.describeWords(range, document.body, { budget: 60_000 });
        const value = words?.selectors[2]?.value;
        if (words == null || value === undefined) return [];
        const why = fragments.compareRanges(
          words.range,
          fragments.searchBySpec(value.replace(':~:text=', '')),
        );
        if (why === '') right += 1;
        return why === '' ? [] : [`${why}: ${decodeURIComponent(value)} for “${words.range}”`];
      });
      return { right, wrong };
    }, rolls);

  it.each([true, false])(`words of an article, seed ${SEED}, with mark-up: %s`, async (rich) => {
    await setBody(session.page, writeArticle(SEED, 1_200, rich).html);
    const random = createRandom(SEED);
    const { right, wrong } = await check(
      Array.from({ length: 100 }, () => Array.from({ length: 3 }, random)),
    );
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(70);
  });

  it('words of pages where much stands twice and in odd places', async () => {
    const word = fc.constantFrom(
      'bay',
      'Bay',
      'bäy',
      'sea',
      'a',
      'sea-bay',
      '“bay”',
      'море',
      '3.14',
      '春天',
    );
    const space = fc.constantFrom(' ', '\n ', '&nbsp;', ' &shy;', '', '&#8203; ');
    const tag = fc.constantFrom('p', 'div', 'b', 'li', 'pre', 'span hidden', 'td', 'p dir="rtl"');
    const run = fc.array(fc.tuple(word, space), { minLength: 1, maxLength: 5 });
    const piece = fc.tuple(tag, run).map(([one, words]) => {
      const [name = ''] = one.split(' ');
      return `<${one}>${words.flat().join('')}</${name}>`;
    });
    const share = fc.double({ min: 0, max: 0.999, noNaN: true });
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(share, share, share), { minLength: 3, maxLength: 6 }),
        async (pieces, rolls) => {
          await setBody(session.page, pieces.join(''));
          const { right, wrong } = await check(rolls);
          seen += right;
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: 200, seed: SEED },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
