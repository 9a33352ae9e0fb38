/** A selection as a test writes it into a page's text: between ⟦ and ⟧. */
import type { Page } from 'puppeteer-core';

export interface MarkedResult {
  exact: string;
  prefix: string;
  suffix: string;
  verdict: string;
  /** the text found, without white space */
  text: string;
  /** whether what was found begins and ends where the marks stood */
  samePlace: boolean;
}

/** Takes the marks out of the page, describes what stood between them and finds it again. */
export function findMarked(page: Page): Promise<MarkedResult> {
  return page.evaluate(() => {
    const range = document.createRange();
    for (const mark of '⟦⟧') {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let node = walker.nextNode();
      while (node !== null && !node.nodeValue?.includes(mark)) node = walker.nextNode();
      if (!(node instanceof Text)) throw new Error(`no ${mark} in the page`);
      const at = node.data.indexOf(mark);
      node.deleteData(at, 1);
      if (mark === '⟦') range.setStart(node, at);
      else range.setEnd(node, at);
    }
    const selectors = sic.describeQuote(range, document.body);
    if (selectors === null) throw new Error('no quote');
    const found = sic.findQuote(document.body, selectors);
    const again = found.range && sic.describeQuote(found.range, document.body);
    const [quote, position] = selectors;
    return {
      exact: quote.exact,
      prefix: quote.prefix,
      suffix: quote.suffix,
      verdict: found.verdict,
      text: String(found.range ?? '').replace(/\s+/g, ''),
      samePlace: again?.[1].start === position.start && again?.[1].end === position.end,
    };
  });
}
