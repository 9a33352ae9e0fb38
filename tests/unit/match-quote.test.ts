import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchQuote, type QuoteMatch } from '../../src/model/anchoring/match-quote.ts';
import type { TextQuoteSelector } from '../../src/model/annotation.ts';
import { foldText } from '../../src/model/fold-text.ts';

function quote(exact: string, prefix = '', suffix = ''): TextQuoteSelector {
  return { type: 'TextQuoteSelector', exact, prefix, suffix };
}

function shown(text: string, match: QuoteMatch): string | null {
  return match.verdict === 'unknown' ? null : text.slice(match.start, match.end);
}

/** Words of many scripts; the number behind each makes them, and so their contexts, distinct. */
const SCRIPTS = [
  'river',
  'Straße',
  'déjà',
  'été',
  'ойлоп',
  'свой',
  'ещё',
  'қала',
  'ғимарат',
  'київ',
  'źródło',
  'İstanbul',
  'ığdır',
  'कितना',
  'हिन्दी',
  'ภาษาไทย',
  'العربية',
  'فارسی',
  'עברית',
  '漢字',
  'かな',
  '가각간',
  'ไม่',
  '𐐀𐐨',
  '👩‍🚀ok',
  '𝒜lpha',
  'ﬁne',
  'Ångström',
  'việt',
  'ΟΔΟΣ',
  'ქართული',
  'հայերեն',
];

interface Sample {
  words: string[];
  at: number;
  length: number;
}

/** Words of a text are unlike each other: where each is a digit away from the next, nobody can tell which is gone. */
const unlike = fc.noBias(fc.integer({ min: 10_000_000, max: 99_999_999 }));
const word = fc.tuple(fc.constantFrom(...SCRIPTS), unlike).map(([one, n]) => `${one}${n}`);
const sample: fc.Arbitrary<Sample> = fc
  .record({
    words: fc.uniqueArray(word, { minLength: 25, maxLength: 60 }),
    place: fc.nat(),
    length: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ words, place, length }) => ({ words, length, at: 8 + (place % (words.length - 20)) }));

function build({ words, at, length }: Sample) {
  const before = words.slice(0, at).join(' ');
  const exact = words.slice(at, at + length).join(' ');
  const after = words.slice(at + length).join(' ');
  const text = `${before} ${exact} ${after}`;
  const start = before.length + 1;
  const prefix = `${words.slice(at - 6, at).join(' ')} `;
  const suffix = ` ${words.slice(at + length, at + length + 6).join(' ')}`;
  return {
    text,
    start,
    end: start + exact.length,
    selector: quote(exact, prefix, suffix),
    before,
    after,
  };
}

function assertSound(text: string, selector: TextQuoteSelector, match: QuoteMatch): void {
  if (match.verdict === 'unknown') return;
  const { start, end } = match;
  expect(0 <= start && start <= end && end <= text.length).toBe(true);
  for (const edge of [start, end]) {
    const isInPair =
      /[\ud800-\udbff]/.test(text.charAt(edge - 1)) && /[\udc00-\udfff]/.test(text.charAt(edge));
    expect(isInPair).toBe(false);
  }
  if (match.verdict === 'fixed') expect(match.replacement).toBe(text.slice(start, end));
  else
    expect(foldText(text.slice(start, end)).text.trim()).toBe(foldText(selector.exact).text.trim());
}

describe('an unchanged quote', () => {
  it('is open, at exactly its place', () => {
    fc.assert(
      fc.property(sample, (given) => {
        const { text, start, end, selector } = build(given);
        expect(matchQuote(text, selector)).toEqual({ verdict: 'open', start, end });
      }),
    );
  });

  it.each<[string, (text: string) => string]>([
    ['in other white space', (text) => text.replaceAll(' ', ' \n\t\u00a0')],
    ['decomposed', (text) => text.normalize('NFD')],
    ['composed', (text) => text.normalize('NFC')],
    ['with soft hyphens', (text) => text.replace(/(\p{L}\p{M}*)(?=\p{L})/gu, '$1\u00ad')],
    ['behind a new paragraph', (text) => `Something new stands here, and more of it. ${text}`],
    ['before a new paragraph', (text) => `${text} Something new stands here.`],
  ])('is open %s', (_, change) => {
    fc.assert(
      fc.property(sample, (given) => {
        const { text, selector } = build(given);
        const changed = change(text);
        const match = matchQuote(changed, selector);
        expect(match.verdict).toBe('open');
        assertSound(changed, selector, match);
      }),
    );
  });

  it('is open after the typography was made better, and in its place', () => {
    const fine =
      'He said “it’s time” — and left… Then the «rain» began to fall on the roofs of the town.';
    const selector = quote(
      '"it\'s time" - and left... Then',
      'He said ',
      ' the "rain" began to fall',
    );
    expect(shown(fine, matchQuote(fine, selector))).toBe('“it’s time” — and left… Then');
  });

  it('is open when a word nearby was changed', () => {
    fc.assert(
      fc.property(sample, fc.constantFrom(-3, -2, 2, 3), (given, offset) => {
        const { selector, end, start, text } = build(given);
        const near = offset < 0 ? given.at + offset : given.at + given.length - 1 + offset;
        const words = given.words.with(near, 'changed');
        const moved = words.slice(0, given.at).join(' ').length + 1;
        const changed = words.join(' ');
        expect(matchQuote(changed, selector)).toEqual({
          verdict: 'open',
          start: moved,
          end: moved + (end - start),
        });
        expect(text).not.toBe(changed);
      }),
    );
  });

  it('is open at its own place when the same words stand elsewhere', () => {
    fc.assert(
      fc.property(sample, (given) => {
        const { text, start, end, selector } = build(given);
        const repeated = `${selector.exact} ${text} ${selector.exact}`;
        const shift = selector.exact.length + 1;
        expect(matchQuote(repeated, selector)).toEqual({
          verdict: 'open',
          start: start + shift,
          end: end + shift,
        });
      }),
    );
  });

  it('is open where the position says when even the context is repeated', () => {
    const line = 'the same line of words with a mistke in it, again and again. ';
    const text = line.repeat(5);
    for (let n = 0; n < 5; n += 1) {
      const start = n * line.length + line.indexOf('mistke');
      const position = { type: 'TextPositionSelector' as const, start, end: start + 6 };
      const selector = quote('mistke', 'line of words with a ', ' in it, again and');
      expect(matchQuote(text, selector, position)).toEqual({
        verdict: 'open',
        start,
        end: start + 6,
      });
    }
  });

  it('keeps the marks on its last letter', () => {
    const zalgo = `e${'\u0301'.repeat(40)}`;
    const text = `Here is a word ${zalgo} with many marks on it.`;
    const match = matchQuote(text, quote(zalgo, 'Here is a word ', ' with many marks'));
    expect(shown(text, match)).toBe(zalgo);
  });
});

describe('a fixed mistake', () => {
  it('is fixed, with exactly what stands there now', () => {
    const other = fc.oneof(
      word,
      fc.tuple(word, word).map(([a, b]) => `${a} ${b}`),
    );
    fc.assert(
      fc.property(sample, other, (given, replacement) => {
        const { before, after, selector } = build(given);
        if (foldText(replacement).text === foldText(selector.exact).text) return;
        const text = `${before} ${replacement} ${after}`;
        const start = before.length + 1;
        expect(matchQuote(text, selector)).toEqual({
          verdict: 'fixed',
          start,
          end: start + replacement.length,
          replacement,
        });
      }),
    );
  });

  it.each([
    ['россия', 'Россия'],
    ['свои', 'свой'],
    ['еще', 'ещё'],
    ['cafe', 'café'],
    ['Strasse', 'Straße'],
    ['कि', 'की'],
    ['가', '각'],
    ['각', '가'],
    ['м2', 'м²'],
    ['a lot', 'alot'],
    ['its', "it's"],
    ['👍', '👎'],
    ['𐐀', '𐐨'],
    ['istanbul', 'İstanbul'],
  ])('is fixed though the words look alike: %s → %s', (wrong, right) => {
    const build = (one: string) =>
      `Many words stand before it, then ${one} and many more stand after it.`;
    const selector = quote(wrong, 'words stand before it, then ', ' and many more stand after');
    const match = matchQuote(build(right), selector);
    expect(match).toMatchObject({ verdict: 'fixed', replacement: right });
    expect(shown(build(wrong), matchQuote(build(wrong), selector))).toBe(wrong);
  });

  it('is fixed with nothing when the words were taken out', () => {
    fc.assert(
      fc.property(sample, (given) => {
        const { before, after, selector } = build(given);
        expect(matchQuote(`${before} ${after}`, selector)).toMatchObject({
          verdict: 'fixed',
          replacement: '',
        });
      }),
    );
  });

  it('is fixed though the wrong words stand elsewhere', () => {
    fc.assert(
      fc.property(sample, (given) => {
        const { before, after, selector } = build(given);
        const text = `${selector.exact} ${before} better ${after} ${selector.exact}`;
        expect(matchQuote(text, selector)).toMatchObject({
          verdict: 'fixed',
          replacement: 'better',
        });
      }),
    );
  });
});

describe('a correction of what the words look like alone', () => {
  const build = (words: string) =>
    `Late in the evening he came and ${words} was all he said to us.`;
  const seek = (exact: string, now: string, correction: string) => {
    const selector = quote(exact, 'Late in the evening he came and ', ' was all he said to us');
    return matchQuote(build(now), selector, undefined, correction);
  };

  it.each([
    ['"helo"', '“helo”'],
    ['-', '—'],
    ['...', '…'],
    ['میروم', 'می\u200cروم'],
    ["it's", 'it’s'],
  ])('is only made where it has been: %s → %s', (exact, correction) => {
    expect(seek(exact, exact, correction).verdict).toBe('open');
    expect(seek(exact, correction, correction)).toMatchObject({
      verdict: 'fixed',
      replacement: correction,
    });
  });

  it.each([
    ['café', 'cafe\u0301', 'café'],
    ['cafe\u0301', 'café', 'cafe\u0301'],
    ['cafe\u0301', 'café', 'café'],
    ['had  a\n letter', 'had a letter', 'had a letter'],
    ['"helo"', '«helo»', '“helo”'],
  ])('is not made where %j has become %j', (exact, now, correction) => {
    expect(seek(exact, now, correction).verdict).toBe('open');
  });
});

it('without any context is found where it stands once, and only there', () => {
  expect(shown('A dog and a cat.', matchQuote('A dog and a cat.', quote('cat')))).toBe('cat');
  expect(matchQuote('A cat and a cat.', quote('cat')).verdict).toBe('unknown');
  expect(matchQuote('A dog.', quote('cat')).verdict).toBe('unknown');
});

it('is fixed where a long quote has got the words that were proposed beside it', () => {
  const exact = 'They did not want to lose this';
  const build = (words: string) =>
    `It was said on the last evening. ${words} match again, not at home.`;
  const selector = quote(exact, 'said on the last evening. ', ' match again, not at home.');
  const made = build(`${exact} very`);
  expect(matchQuote(made, selector, undefined, `${exact} very`)).toMatchObject({
    verdict: 'fixed',
    replacement: `${exact} very`,
  });
  // What somebody else has put in beside it is not what was proposed: the quoted words stand.
  expect(matchQuote(made, selector, undefined, `${exact} old`).verdict).toBe('open');
  expect(matchQuote(made, selector).verdict).toBe('open');
});

describe('a passage that has gone', () => {
  it('is not found', () => {
    fc.assert(
      fc.property(sample, (given) => {
        const { selector } = build(given);
        const words = given.words.toSpliced(given.at - 7, given.length + 14);
        expect(matchQuote(words.join(' '), selector).verdict).toBe('unknown');
      }),
    );
  });

  it('is not found in a word that looks like it, nor in a place that shares a letter with it', () => {
    const text = 'A cat sat there. Then a cat ran off, and another Cat slept through all of it.';
    expect(matchQuote(text, quote('cat', 'A ', ' was here once, long ago')).verdict).toBe(
      'unknown',
    );
    expect(
      matchQuote('The Chinese came.', quote('chines', 'told us that ', ' is the one')).verdict,
    ).toBe('unknown');
    expect(matchQuote('nothing of it', quote('cat', '', '')).verdict).toBe('unknown');
  });

  it('is never open where other words stand, whatever the text and the quote', () => {
    const letters = fc.array(
      fc.constantFrom(
        'a',
        'A',
        'á',
        'a\u0301',
        'b',
        ' ',
        '  ',
        '"',
        '“',
        '-',
        '—',
        '…',
        '.',
        '가',
        '각',
        'ﬁ',
        'f',
        'i',
        '¨',
        '\u0301',
        '\u200d',
        '\u00ad',
        '😀',
        '\ud83d',
        'ي',
        'कि',
        'क',
      ),
      { maxLength: 60 },
    );
    const string = letters.map((all) => all.join(''));
    fc.assert(
      fc.property(
        string,
        string,
        fc.nat(60),
        fc.nat(8),
        fc.nat(40),
        (text, foreign, at, length, around) => {
          const exact = text.slice(at, at + length) || foreign.slice(0, 3) || 'a';
          const selectors = [
            quote(
              exact,
              text.slice(Math.max(0, at - around), at),
              text.slice(at + length, at + length + around),
            ),
            quote(foreign || 'a', text.slice(0, around), text.slice(around)),
          ];
          for (const selector of selectors) {
            for (const target of [text, foreign, text + foreign]) {
              assertSound(target, selector, matchQuote(target, selector));
            }
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('never breaks on any text of any script', () => {
    const any = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(any, any, any, any, (text, exact, prefix, suffix) => {
        const selector = quote(exact, prefix, suffix);
        for (const target of [text, prefix + exact + suffix, prefix + text + suffix]) {
          assertSound(target, selector, matchQuote(target, selector));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

it('needs time in proportion to the text, even where everything repeats', () => {
  const selector = quote('aaaaaaaab', 'a'.repeat(32), 'c'.repeat(32));
  const measure = (length: number) => {
    const text = 'a'.repeat(length);
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      matchQuote(text, selector);
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  measure(2000);
  const isFair = () => measure(40_000) < Math.max(measure(4000), 0.5) * 30;
  expect(isFair() || isFair() || isFair()).toBe(true);
});
