import { describe, expect, it } from 'vitest';
import { writeArticle } from './long-article.ts';
import { setBody, usePageModule } from './page-session.ts';

const session = usePageModule();

/** Medians of what a quote costs, and of what a bare walk over the same text costs, in milliseconds. */
function measure() {
  return session.page.evaluate(() => {
    const time = (work: () => void) => {
      const all = Array.from({ length: 7 }, () => {
        const start = performance.now();
        work();
        return performance.now() - start;
      });
      return all.sort((a, b) => a - b)[3] ?? 0;
    };
    const p = document.querySelector('p:nth-of-type(20)') as Element;
    const node = p.firstChild as Text;
    const range = document.createRange();
    range.setStart(node, 4);
    range.setEnd(node, 9);
    const walk = time(() => {
      // Each character of the text is looked at and kept, as anything that maps text has to.
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const kept: string[] = [];
      while (walker.nextNode()) {
        for (const one of walker.currentNode.nodeValue ?? '') if (/\S/.test(one)) kept.push(one);
      }
      return kept.join('');
    });
    const quote = time(() => {
      const selectors = sic.describeQuote(range, document.body);
      if (selectors === null) throw new Error('no quote');
      if (sic.findQuote(document.body, selectors).verdict !== 'open') throw new Error('not found');
    });
    return { walk: Math.max(walk, 1), quote };
  });
}

describe('a page of 20,000 words', () => {
  it('costs no more than some walks over its text, and five times what a fifth of it costs', async () => {
    await setBody(session.page, writeArticle(7, 4_000).html);
    const short = await measure();
    await setBody(session.page, writeArticle(7, 20_000).html);
    const long = await measure();
    expect(long.quote / long.walk).toBeLessThan(40);
    expect(long.quote / Math.max(short.quote, 1)).toBeLessThan(15);
  });
});

describe('a hostile page', () => {
  it('nests 10,000 levels deep', async () => {
    const seen = await session.page.evaluate(() => {
      document.body.replaceChildren();
      let inner: Element = document.body;
      for (let depth = 0; depth < 10_000; depth += 1) {
        // Inline, so that the browser's own layout bears it.
        const next = document.createElement(depth % 2 === 0 ? 'b' : 'i');
        inner.append(next);
        inner = next;
      }
      inner.append('down here stands a mistke, at last');
      const node = inner.firstChild as Text;
      const range = document.createRange();
      range.setStart(node, 19);
      range.setEnd(node, 25);
      const selectors = sic.describeQuote(range, document.body) ?? [];
      const found = sic.findQuote(document.body, selectors);
      const out = [
        sic.judgeArticle(document).isArticle,
        sic.readSource(document).title,
        found.verdict,
        String(found.range),
      ];
      document.body.replaceChildren();
      return out;
    });
    expect(seen).toEqual([false, 'blank', 'open', 'mistke']);
  });

  it('has a megabyte of text in one node, with and without spaces', async () => {
    for (const filler of ['word ', '字', 'x', '   ', '\u00ad']) {
      const verdict = await session.page.evaluate((filler) => {
        const half = filler.repeat(500_000 / filler.length);
        document.body.replaceChildren(`${half} mistke ${half}`);
        const node = document.body.firstChild as Text;
        const range = document.createRange();
        range.setStart(node, half.length + 1);
        range.setEnd(node, half.length + 7);
        const found = sic.findQuote(document.body, sic.describeQuote(range, document.body) ?? []);
        const out = `${found.verdict} ${found.range?.startOffset === half.length + 1}`;
        document.body.replaceChildren();
        return out;
      }, filler);
      expect(verdict, filler).toBe('open true');
    }
  });

  it('has many megabytes of short words in one node', async () => {
    const verdict = await session.page.evaluate(() => {
      document.body.replaceChildren(`${'a '.repeat(5_000_000)}mistke ${'b '.repeat(1_000_000)}`);
      const quote = { type: 'TextQuoteSelector' as const, exact: 'mistke' };
      const found = sic.findQuote(document.body, [
        { ...quote, prefix: 'a a a a a a ', suffix: ' b b b b b b' },
      ]);
      const out = `${found.verdict} ${found.range?.startOffset}`;
      document.body.replaceChildren();
      return out;
    });
    expect(verdict).toBe('open 10000000');
  });

  it('repeats the quote and its context 20,000 times', async () => {
    const verdict = await session.page.evaluate(() => {
      document.body.innerHTML = '<p>a mistke is a mistke </p>'.repeat(10_000);
      const node = document.body.children[6_000]?.firstChild as Text;
      const range = document.createRange();
      range.setStart(node, 2);
      range.setEnd(node, 8);
      const found = sic.findQuote(document.body, sic.describeQuote(range, document.body) ?? []);
      const out = `${found.verdict} ${found.range?.startContainer === node}`;
      document.body.replaceChildren();
      return out;
    });
    expect(verdict).toBe('open true');
  });
});
