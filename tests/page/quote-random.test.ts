import { describe, expect, it } from 'vitest';
import { createRandom, writeArticle } from './long-article.ts';
import { setBody, usePageModule } from './page-session.ts';

const SEED = 20260301;
const SELECTIONS = 300;
const AROUND = 'What stands above and below the article on each of its pages';
const session = usePageModule();

/** What a selection is made from; offsets are shares of what there is, from 0 to below 1. */
const rolls = (count: number, seed = SEED) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => Array.from({ length: 3 }, () => random()));
};

describe(`a generated article, seed ${SEED}`, () => {
  it('gives back the very text of every selection, at its place', async () => {
    await setBody(session.page, writeArticle(SEED, 4_000).html);
    const failures = await session.page.evaluate((selections) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        if (node.parentElement?.closest('script, [hidden]') === null) nodes.push(node);
      }
      const pick = (share: number, from = 0, to = nodes.length): [Text, number] => {
        const node = nodes[from + Math.floor(share * (to - from))] as Text;
        return [node, Math.floor(((share * 7919) % 1) * (node.data.length + 1))];
      };
      // Without hidden text, white space and what cannot be seen: what remains is what was selected.
      const read = (range: Range) => {
        const copy = range.cloneContents();
        for (const one of copy.querySelectorAll('script, [hidden]')) one.remove();
        return (copy.textContent ?? '').replace(/[\s\u00ad\u200b]+/g, '');
      };
      return selections.flatMap(([a = 0, b = 0], at) => {
        const start = pick(a);
        const first = nodes.indexOf(start[0]);
        const end = pick(b, first, Math.min(nodes.length, first + 1 + Math.floor(b * 12)));
        const range = document.createRange();
        range.setStart(...start);
        range.setEnd(...end);
        const wanted = read(range);
        const selectors = sic.describeQuote(range, document.body);
        if (wanted === '') return selectors === null ? [] : [`${at}: a quote of nothing`];
        if (selectors === null) return [`${at}: no quote of “${wanted}”`];
        const found = sic.findQuote(document.body, selectors);
        const again = found.range && sic.describeQuote(found.range, document.body);
        const fine =
          found.verdict === 'open' &&
          read(found.range) === wanted &&
          again?.[1].start === selectors[1].start &&
          again[1].end === selectors[1].end;
        return fine ? [] : [`${at}: ${found.verdict} “${String(found.range)}” for “${wanted}”`];
      });
    }, rolls(SELECTIONS));
    expect(failures).toEqual([]);
  });

  const edits = ['fixed', 'inserted', 'moved', 'reworded', 'deleted', 'sentence deleted'] as const;
  it.each(edits)('an article in which, after the report, text is %s', async (edit) => {
    const { html, paragraphs } = writeArticle(SEED + 1, 2_500, false);
    await setBody(session.page, `<header>${AROUND}</header>${html}<footer>${AROUND}</footer>`);
    const outcomes = await session.page.evaluate(
      (edit, paragraphs, selections) =>
        selections.map(([a = 0, b = 0, c = 0]) => {
          const pristine = document.querySelector('article')?.cloneNode(true) as Element;
          const p = document.getElementById(`p${Math.floor(a * paragraphs)}`) as Element;
          const node = p.firstChild as Text;
          const words = [...node.data.matchAll(/\p{L}+/gu)].filter(([word]) => word.length > 2);
          const word = words[Math.floor(b * words.length)] as RegExpExecArray;
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const selectors = sic.describeQuote(range, document.body);
          if (selectors === null) return 'no quote';
          const mended = `${word[0].slice(0, 1)}x${word[0].slice(1)}`;
          const sentences = [...node.data.matchAll(/[^.?!]+[.?!]\s*/g)];
          const own = sentences.findIndex((one) => one.index + one[0].length > word.index);
          const other = sentences[own === 0 ? sentences.length - 1 : own - 1] as RegExpExecArray;
          const replace = (one: RegExpExecArray, text: string) =>
            node.replaceData(one.index, one[0].length, text);
          if (edit === 'fixed') replace(word, mended);
          if (edit === 'inserted')
            p.before('A whole new paragraph stands here now, before the one.');
          if (edit === 'moved') p.parentElement?.[c < 0.5 ? 'prepend' : 'append'](p);
          if (edit === 'reworded') replace(other, 'Here is another wording of what was said. ');
          if (edit === 'deleted') p.remove();
          if (edit === 'sentence deleted') replace(sentences[own] as RegExpExecArray, '');
          const found = sic.findQuote(document.body, selectors);
          const { verdict, range: place, replacement } = found;
          const isThere = place !== null && p.contains(place.startContainer);
          document.body.querySelector('article')?.replaceWith(pristine);
          if (verdict === 'open') return isThere ? 'open there' : 'open elsewhere';
          if (verdict === 'fixed')
            return replacement === mended ? 'fixed rightly' : 'fixed otherwise';
          return verdict;
        }),
      edit,
      paragraphs,
      rolls(SELECTIONS, SEED + 2),
    );
    const counts = Object.fromEntries(
      [...new Set(outcomes)].map((one) => [one, outcomes.filter((other) => other === one).length]),
    );
    const right = {
      fixed: 'fixed rightly',
      inserted: 'open there',
      moved: 'open there',
      reworded: 'open there',
      deleted: 'unknown',
      'sentence deleted': 'unknown',
    }[edit];
    // Rarely nothing but an unknown is right to say; never may another place be taken for it.
    const others = Object.keys(counts).filter((one) => one !== right && one !== 'unknown');
    expect(others.filter((one) => !one.startsWith('fixed') || right !== 'unknown')).toEqual([]);
    expect(counts[right] ?? 0).toBeGreaterThanOrEqual(SELECTIONS * 0.98);
  });
});
