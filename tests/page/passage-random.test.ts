/** Pages and selections at random: a directive leads a plain search by the specification to its passage, or is null. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom, writeArticle } from './long-article.ts';
import { setBody, usePageModule } from './page-session.ts';
import { bundlePassages } from './passage-session.ts';

const SEED = 20261123;
const SELECTIONS = 150;
const session = usePageModule();
beforeAll(async () => {
  await session.page.evaluate(await bundlePassages());
});

/** Describes the selection that four shares of a page's text make, and follows it; runs in the page. */
const follow = (rolls: number[][], longest: number) =>
  session.page.evaluate(
    (rolls, longest) => {
      const nodes: Text[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode())
        if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
      return rolls.map(([a = 0, b = 0, c = 0, d = 0]) => {
        const first = Math.floor(a * nodes.length);
        const last = Math.min(nodes.length - 1, first + Math.floor(b * longest));
        const [start, end] = [nodes[first], nodes[last]];
        if (start === undefined || end === undefined)
          return { state: 'null', why: '', directive: '' };
        const from = Math.floor(c * (start.data.length + 1));
        const to = Math.floor(d * (end.data.length + 1));
        const range = document.createRange();
        range.setStart(start, first === last ? Math.min(from, to) : from);
        range.setEnd(end, first === last ? Math.max(from, to) : to);
        const directive = passages.describePassage(range, { budget: 60_000 });
        if (directive === null) {
          return { state: /\p{L}/u.test(String(range)) ? 'null' : 'empty', why: '', directive: '' };
        }
        const why = passages.compareRanges(range, passages.searchBySpec(directive));
        const told = `${decodeURIComponent(directive)} for “${String(range)}”`;
        return { state: why === '' ? 'right' : 'wrong', why, directive: told };
      });
    },
    rolls,
    longest,
  );

describe('a passage at random', () => {
  it.each([true, false])(`of an article, seed ${SEED}, with mark-up: %s`, async (rich) => {
    await setBody(session.page, writeArticle(SEED, 1_200, rich).html);
    const random = createRandom(SEED);
    const rolls = Array.from({ length: SELECTIONS }, () => Array.from({ length: 4 }, random));
    const outcomes = await follow(rolls, 6);
    expect(outcomes.filter(({ state }) => state === 'wrong')).toEqual([]);
    const right = outcomes.filter(({ state }) => state === 'right').length;
    const empty = outcomes.filter(({ state }) => state === 'empty').length;
    expect(right / (outcomes.length - empty)).toBeGreaterThan(0.9);
  });

  const word = fc.constantFrom(
    'bay',
    'Bay',
    'bäy',
    'sea',
    'a',
    'the',
    'sea-bay',
    '“bay”',
    'bay.',
    'море',
    '3.14',
  );
  const space = fc.constantFrom(' ', '\n  ', '&nbsp;', ' &shy;', '&#8203; ', '', ' \u2063');
  const { html } = fc.letrec<{ html: string; part: string }>((tie) => ({
    part: fc.oneof(
      { depthSize: 'small' },
      fc.tuple(word, space).map((pair) => pair.join('')),
      fc.constantFrom(
        '<br>',
        '<img alt="bay">',
        '<wbr>',
        '<input value="bay sea">',
        '<hr>',
        '<i></i>',
        '<script>bay</script>',
        '<!-- bay -->',
      ),
      fc
        .tuple(
          fc.constantFrom(
            'p',
            'div',
            'b',
            'span',
            'li',
            'pre',
            'span hidden',
            'div hidden',
            'ruby',
            'details',
            'td',
            'span style="display:inline-block"',
            'span style="visibility:hidden"',
            'p style="white-space:pre-line"',
            'b style="float:left"',
            'p style="text-transform:uppercase"',
            'div style="display:contents"',
            'p dir="rtl"',
          ),
          tie('html'),
        )
        .map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ')[0]}>`),
    ),
    html: fc.array(tie('part'), { maxLength: 12 }).map((parts) => parts.join('')),
  }));

  it('of a page of few words, where much stands twice and in odd places', async () => {
    const share = fc.double({ min: 0, max: 0.999, noNaN: true });
    const rolls = fc.array(fc.tuple(share, share, share, share), { minLength: 4, maxLength: 8 });
    let right = 0;
    await fc.assert(
      fc.asyncProperty(html, rolls, async (body, selections) => {
        await setBody(session.page, body);
        const outcomes = await follow(selections, 8);
        right += outcomes.filter(({ state }) => state === 'right').length;
        expect(outcomes.filter(({ state }) => state === 'wrong')).toEqual([]);
      }),
      { numRuns: 400, seed: SEED },
    );
    // Else nothing would have been shown.
    expect(right).toBeGreaterThan(50);
  });
});
