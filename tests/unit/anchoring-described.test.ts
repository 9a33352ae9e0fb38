import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { matchQuote } from '../../src/model/anchoring/match-quote.ts';
import { widenToCharacters } from '../../src/model/fold-text.ts';
import { describeStretch } from '../../src/page/describe-stretch.ts';
import { readText } from '../../src/page/kept-text.ts';
import { describeQuote, findQuote } from '../../src/page/quote.ts';
import { trimStretch } from '../../src/page/stretch.ts';
import { indexText } from '../../src/page/text-index.ts';

const PARTS =
  'a|b|é|e|\u0301|\u0323| |. |word |"|“|-|—|…|.|漢|字|か|\u3099|क|ि|्|가|ᄀ|ᅡ|ᆨ|ي|\u064b|ל|\u200c|\u200d|\u200f|\u2067|\u2069|😀|👍|🏽|\ufe0f|\ud83d|\udc4d|𝒳';
const text = fc
  .array(fc.constantFrom(...PARTS.split('|')), { maxLength: 40 })
  .map((all) => all.join('').replace(/ +/g, ' ').trim());

const empty = indexText(new JSDOM().window.document.body);

describe('what is described of a text', () => {
  it('is found again at its very place, whatever the text and wherever the selection lies', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(20), fc.nat(), (one, other, at, length, border) => {
        const whole = `${one} ${other} ${one}`.replace(/ +/g, ' ').trim();
        const start = at % (whole.length + 1);
        const trimmed = trimStretch(whole, start, Math.min(whole.length, start + length));
        const stretch = trimmed && widenToCharacters(whole, trimmed.start, trimmed.end);
        if (stretch === null) return;
        const block = border % (whole.length + 1);
        const index = {
          text: whole,
          findBlock: (from: number, to: number) => ({
            start: from < block ? 0 : block,
            end: to > block ? whole.length : block,
          }),
        };
        const [quote, position] = describeStretch({ ...empty, ...index }, stretch, 'en');
        const match = matchQuote(whole, quote, position, '', [0, block]);
        expect(match).toEqual({ verdict: 'open', ...stretch });
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['ae\u0301b', 2, 3, 'e\u0301'],
    ['ae\u0301b', 1, 2, 'e\u0301'],
    ['a e\u00ad\u0301b', 4, 5, 'e\u00ad\u0301'],
    ['a \u0301b', 2, 3, '\u0301'],
    ['a😀b', 2, 3, '😀'],
    ['a😀b', 1, 2, '😀'],
    ['कि', 1, 2, 'कि'],
    ['\u200fab\u200f c', 0, 4, 'ab'],
    ['می\u200c', 0, 3, 'می'],
  ])('of %j are the whole characters that can be seen', (whole, start, end, words) => {
    const stretch = widenToCharacters(whole, start, end);
    expect(stretch && whole.slice(stretch.start, stretch.end)).toBe(words);
  });

  it('is nothing where nothing can be seen', () => {
    expect(widenToCharacters('a \u200f\u200d b', 1, 5)).toBe(null);
  });
});

describe('a DOM that nobody looks at', () => {
  const html = '<p>There stood a mistke in it, once.</p>';
  const parse = (): [string, Document][] => [
    ['jsdom', new JSDOM(html).window.document],
    ['parsed', new new JSDOM().window.DOMParser().parseFromString(html, 'text/html')],
  ];
  it.each(parse())('is read anew when it has changed: %s', (_name, document) => {
    const node = document.querySelector('p')?.firstChild as Text;
    const range = document.createRange();
    range.setStart(node, 14);
    range.setEnd(node, 20);
    const selectors = describeQuote(range, document.body) ?? [];
    const look = () => findQuote(document.body, selectors);
    expect(look()).toMatchObject({ verdict: 'open' });
    expect(look().range?.startOffset).toBe(14);
    node.data = 'There stood a mistake in it, once.';
    expect(look()).toMatchObject({ verdict: 'fixed', replacement: 'mistake' });
  });

  it('need not know ranges', () => {
    const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`);
    const quote = { type: 'TextQuoteSelector' as const, exact: 'mistke' };
    const look = () =>
      findQuote(document.body, [{ ...quote, prefix: 'There stood a ', suffix: ' in it, once.' }]);
    expect(look()).toMatchObject({ verdict: 'unknown', range: null });
    const node = document.querySelector('p')?.firstChild as Text;
    node.data = 'There stood a mistake in it, once.';
    expect(look()).toMatchObject({ verdict: 'fixed', replacement: 'mistake', range: null });
  });

  it('does not keep Node waiting', async () => {
    const script = `
      import { JSDOM } from 'jsdom';
      import { findQuote } from './src/page/quote.ts';
      const { document } = new JSDOM(${JSON.stringify(html)}).window;
      const quote = { type: 'TextQuoteSelector', exact: 'mistke', prefix: 'stood a ', suffix: ' in it' };
      const { verdict } = findQuote(document.body, [quote]);
      console.log(verdict, process.getActiveResourcesInfo().includes('Timeout'));`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--no-warnings',
      '--input-type=module',
      '--eval',
      script,
    ]);
    expect(stdout.trim()).toBe('open false');
  });

  it('is read once while nothing changes, where the DOM tells of all that changes', () => {
    const { document } = new JSDOM(html).window;
    const first = readText(document.body);
    expect(readText(document.body)).toBe(first);
    document.querySelector('p')?.toggleAttribute('hidden');
    const second = readText(document.body);
    expect(second).not.toBe(first);
    expect(readText(document.body)).toBe(second);
    const quiet = parseHTML(
      `<!doctype html><html><head></head><body>${html}</body></html>`,
    ).document;
    expect(readText(quiet.body)).not.toBe(readText(quiet.body));
  });
});
