import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listOccurrences } from '../../src/model/anchoring/list-occurrences.ts';
import { matchQuote } from '../../src/model/anchoring/match-quote.ts';
import type { TextQuoteSelector } from '../../src/model/annotation.ts';
import { foldText } from '../../src/model/fold-text.ts';

function quote(exact: string, prefix = '', suffix = ''): TextQuoteSelector {
  return { type: 'TextQuoteSelector', exact, prefix, suffix };
}

function position(start: number) {
  return { type: 'TextPositionSelector' as const, start, end: start + 1 };
}

/** Words that differ, so that no stretch of them occurs twice. */
function write(words: number, first = 0): string {
  return Array.from({ length: words }, (_, n) => `w${(first + n).toString(36)}`).join(' ');
}

const LENGTH = 400_000;
const REPEATED = 'a'.repeat(LENGTH);
const SENTENCES = write(LENGTH / 5);
const MIDDLE = LENGTH / 2;
const MARKS = '\u0301'.repeat(10_000);
const HEAPED = `e${'\u0301'.repeat(LENGTH)}`;
const long = (unit: string) => unit.repeat(10_000 / unit.length);

describe('no text and no selectors make the search take long', () => {
  const passage = SENTENCES.slice(MIDDLE, MIDDLE + 10_000);
  const around = (from: number, to: number) => SENTENCES.slice(from, to);
  it.each<[string, string, TextQuoteSelector]>([
    ['the quote occurs everywhere', REPEATED, quote(long('a'))],
    ['so does its context', REPEATED, quote(long('a'), long('a'), long('a'))],
    ['all but the quote occurs everywhere', REPEATED, quote('b', long('a'), long('a'))],
    ['all but its end does', REPEATED, quote(`${long('a')}b`, long('a'), long('a'))],
    ['all but its beginning does', REPEATED, quote(`b${long('a')}`, long('a'), long('a'))],
    ['pieces do', 'ab'.repeat(MIDDLE), quote(`${long('ab')}x${long('ab')}`, long('ab'), 'ab')],
    ['marks are heaped up', HEAPED, quote(`e${MARKS}`, MARKS, MARKS)],
    [
      'a long quote has changed',
      SENTENCES,
      quote(
        `${passage.slice(0, 5000)} and ${passage.slice(5000)}`,
        around(MIDDLE - 100, MIDDLE),
        around(MIDDLE + 10_000, MIDDLE + 10_100),
      ),
    ],
  ])('where %s', (_, text, selector) => {
    const measure = (work: () => unknown) => {
      const start = performance.now();
      work();
      return performance.now() - start;
    };
    // No search goes without folding the text.
    const isFair = () => {
      const folding = Math.max(
        measure(() => foldText(SENTENCES)),
        2,
      );
      return measure(() => matchQuote(text, selector, position(MIDDLE))) < folding * 60;
    };
    expect(isFair() || isFair() || isFair()).toBe(true);
  });
});

it('takes what a stranger says of blocks and positions for what it is worth', () => {
  const any = fc.oneof(fc.nat(80), fc.constantFrom(1e9, Number.MAX_SAFE_INTEGER));
  const part = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'e', '\u0301', '漢', '😀') });
  fc.assert(
    fc.property(part, part, part, any, any, any, (before, exact, after, one, other, at) => {
      const selector = {
        ...quote(exact || 'a', before, after),
        inBlock: { prefix: one, suffix: other },
      };
      const text = `${before}${exact}${after} ${after}${exact} ${before}`;
      const match = matchQuote(text, selector, position(at), after, [before.length]);
      if (match.verdict === 'unknown') return;
      expect(0 <= match.start && match.start <= match.end && match.end <= text.length).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

it('finds the nearest of thousands of repeats of a quote with a long context', () => {
  const text = 'a mistke is a mistke '.repeat(10_000);
  const start = 21 * 5_000 + 2;
  const context = 'a mistke is a mistke '.repeat(40);
  const selector = quote('mistke', `${context}a `, ` is a mistke ${context}`.trimEnd());
  expect(matchQuote(text, selector, position(start))).toMatchObject({ verdict: 'open', start });
});

it('lists every occurrence, also of long parts that overlap', () => {
  const letters = fc.constantFrom('a', 'b');
  const piece = fc.string({ unit: letters, minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(piece, fc.integer({ min: 1, max: 60 }), piece, (unit, count, more) => {
      const part = `${unit.repeat(count)}${more}`;
      const text = `${unit.repeat(count * 3)}${more}${part}${part}`;
      const all: number[] = [];
      for (let at = 0; at < text.length; at += 1) if (text.startsWith(part, at)) all.push(at);
      expect(listOccurrences(text, part)).toEqual(all);
      expect(listOccurrences(text, part, 2)).toEqual(all.slice(0, 2));
    }),
  );
});

it('lists them where so many begin alike that it counts itself', () => {
  const part = `${'a'.repeat(20_000)}b`;
  const text = `${'a'.repeat(60_000)}b${'a'.repeat(60_000)}b${'a'.repeat(10_000)}b`;
  expect(listOccurrences(text, part)).toEqual([40_000, 100_001]);
  expect(listOccurrences(text, part, 1)).toEqual([40_000]);
  expect(listOccurrences('a'.repeat(50_000), 'a'.repeat(40_000))).toHaveLength(10_001);
});
