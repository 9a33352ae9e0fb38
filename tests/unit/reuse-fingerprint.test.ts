/** Words and fingerprints: whatever two texts share, of a window's length or more, shares a fingerprint, in any script. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashShingles, SHINGLE, WINDOW, winnow } from '../../src/model/reuse/fingerprint.ts';
import { countPerWord, splitWords } from '../../src/model/reuse/split-words.ts';

const word = fc.stringMatching(/^[a-z]{1,6}$/);
const words = (minLength: number) => fc.array(word, { minLength, maxLength: 60 });

describe('words', () => {
  it.each([
    ['case and accents', 'Élan VITAL, naïveté', ['elan', 'vital', 'naivete']],
    ['combining marks', 'e\u0301lan', ['elan']],
    [
      'soft hyphens and zero-width signs',
      'news\u00adpaper zero\u200bwidth\ufeff',
      ['newspaper', 'zerowidth'],
    ],
    [
      'quotation marks and dashes',
      '«Word» — “word” word-word’s',
      ['word', 'word', 'word', 'word', 's'],
    ],
    ['Cyrillic', 'Ёлка й', ['елка', 'и']],
    ['Arabic with its points, and lengthened', 'كِتَابٌ كـتـاب', ['كتاب', 'كتاب']],
    ['full-width signs', 'ＡＢＣ１２', ['abc12']],
    ['Chinese, sign by sign', '新聞2024年', ['新', '聞', '2024', '年']],
    ['nothing', '… — ! \u0301 \u200b', []],
  ])('are read without regard to %s', (_, text, expected) => {
    expect(splitWords(text).words).toEqual(expected);
  });

  it('keep the vowels of scripts in which they are marks', () => {
    expect(splitWords('कि').words).not.toEqual(splitWords('के').words);
    expect(splitWords('กิ').words).not.toEqual(splitWords('กู').words);
    expect(splitWords('か').words).not.toEqual(splitWords('が').words);
    expect(splitWords('か\u3099').words).toEqual(splitWords('が').words);
  });

  it('say how many it takes of them', () => {
    expect(['word', 'слово', '뉴스', '新', 'カ', 'ข', '1'].map(countPerWord)).toEqual([
      1, 1, 1, 2, 2, 4, 1,
    ]);
  });

  it('have their places, whatever stands between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { words, starts, ends } = splitWords(text);
        let end = 0;
        for (const [at, one] of words.entries()) {
          const [from, to] = [starts[at] ?? -1, ends[at] ?? -1];
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(splitWords(text.slice(from, to)).words).toEqual([one]);
          end = to;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('shingles', () => {
  it('are one for each word but the last few', () => {
    fc.assert(
      fc.property(words(0), (text) => {
        const hashes = hashShingles(text);
        expect(hashes).toHaveLength(Math.max(0, text.length - SHINGLE + 1));
        expect(hashes.every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true);
      }),
    );
  });

  it('are the same in whatever order their words stand, and no others', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: SHINGLE, maxLength: SHINGLE }),
        fc.nat(),
        word,
        (text, seed, other) => {
          const [hash] = hashShingles(text);
          const turned = text.toSorted(
            (a, b) => ((a.charCodeAt(0) * 31 + seed) % 7) - ((b.charCodeAt(0) * 31 + seed) % 7),
          );
          expect(hashShingles(turned)).toEqual([hash]);
          fc.pre(!text.includes(other));
          expect(hashShingles([other, ...text.slice(1)])).not.toEqual([hash]);
        },
      ),
    );
  });

  it('hash to the same wherever they stand', () => {
    fc.assert(
      fc.property(words(0), words(SHINGLE), (before, text) => {
        const all = hashShingles([...before, ...text]);
        expect(all.slice(before.length)).toEqual(hashShingles(text));
      }),
    );
  });
});

describe('winnowing', () => {
  it('keeps one of every stretch that two texts share', () => {
    const shared = words(SHINGLE + WINDOW - 1);
    fc.assert(
      fc.property(words(0), words(0), shared, words(0), words(0), (a, b, run, c, d) => {
        const [one, other] = [
          winnow(hashShingles([...a, ...run, ...c])),
          winnow(hashShingles([...b, ...run, ...d])),
        ];
        expect(one.some((hash) => other.includes(hash))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps about two of a window and one, and of a short text one', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => `w${at}`);
    const kept = winnow(hashShingles(many)).length / many.length;
    expect(Math.abs(kept - 2 / (WINDOW + 1))).toBeLessThan(0.03);
    expect(winnow(hashShingles(many.slice(0, SHINGLE)))).toHaveLength(1);
    expect(winnow([])).toEqual([]);
  });

  it('keeps few of what repeats itself', () => {
    const same = Array.from({ length: 1_000 }, () => 'again');
    expect(new Set(winnow(hashShingles(same))).size).toBe(1);
  });
});
