// @vitest-environment jsdom
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { describeFragment } from '../../src/page/describe-fragment.ts';
import { describeQuote } from '../../src/page/describe-quote.ts';
import { describeWords } from '../../src/page/describe-words.ts';

const HTML = '<!doctype html><html><body><p>A quick fox</p></body></html>';

/** Part of a paragraph's text: as much of a range as is read. */
function select(document: Document): Range {
  const text = document.querySelector('p')?.firstChild;
  const ends = { startContainer: text, startOffset: 2, endContainer: text, endOffset: 7 };
  return Object.assign(document.createRange(), ends);
}

it('is none where there is no layout, even in a window with an address', () => {
  document.body.innerHTML = '<p>A quick fox</p>';
  const range = document.createRange();
  range.selectNodeContents(document.body);
  expect(document.URL).toMatch(/^http:/);
  expect(describeFragment(range)).toBeNull();
  expect(describeWords(range, document.body)?.selectors).toHaveLength(2);
});

it('is none in a DOM that has no window, with an address or without', () => {
  const { document } = parseHTML(HTML);
  expect(describeFragment(select(document))).toBeNull();
  Object.defineProperty(document, 'URL', { value: 'https://news.example/a' });
  expect(describeFragment(select(document))).toBeNull();
  expect(describeQuote(select(document), document.body)).toEqual([
    {
      type: 'TextQuoteSelector',
      exact: 'quick',
      prefix: 'A ',
      suffix: ' fox',
      inBlock: { prefix: 2, suffix: 4 },
    },
    { type: 'TextPositionSelector', start: 2, end: 7 },
  ]);
});
