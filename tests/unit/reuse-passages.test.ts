/** Passages: what of a copy stands in a text is found where it stands, whatever else stands there, and nothing else is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/model/reuse/check-text.ts';
import { composeCopy } from '../../src/model/reuse/compose-copy.ts';
import type { Copy } from '../../src/model/reuse/copy.ts';
import { listPageFingerprints } from '../../src/model/reuse/fingerprint-text.ts';
import type { ReuseText } from '../../src/model/reuse/reuse-text.ts';
import { splitWords } from '../../src/model/reuse/split-words.ts';
import { createRandom } from '../bench/corpus/random.ts';
import { makeSource } from './attribution-source.ts';

const read = (text: string): ReuseText => {
  const split = splitWords(text);
  return {
    ...{ text, ...split, paragraphs: split.words.map(() => 0), isOwn: () => true },
    ...{ links: [], nofollow: false },
  };
};
function copy(text: string, url = 'https://news.example/a'): Copy {
  const made = composeCopy({
    ...{ id: url, copiedAt: 1, carried: false, service: null, text, articleText: text },
    source: makeSource({ url }),
  });
  if (made === null) throw new Error('too short');
  return made;
}
const find = (text: string, copies: readonly Copy[]) =>
  checkText(read(text), copies).map(({ from, to, copyId }) => ({ from, to, copyId }));
const write = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${name}${at}`);

/** Words of which some come often, as in any language. */
const common = fc.constantFrom(
  ...'the of and to in a is that for it on as with was by at from this be are'.split(' '),
);
const rare = fc.integer({ min: 0, max: 4_000 }).map((number) => `w${number}`);
const word = fc.oneof({ arbitrary: common, weight: 4 }, { arbitrary: rare, weight: 6 });
const words = (minLength: number, maxLength: number) => fc.array(word, { minLength, maxLength });

describe('a passage', () => {
  it('of forty words is found wherever it stands', () => {
    fc.assert(
      fc.property(
        words(60, 400),
        fc.nat(),
        fc.nat(),
        words(0, 300),
        words(0, 300),
        (article, a, b, before, after) => {
          const length = 40 + (a % (article.length - 40));
          const from = b % (article.length - length + 1);
          const passage = article.slice(from, from + length);
          // A text that says the same a hundred times over is a passage of nothing.
          fc.pre(new Set(passage).size > 20);
          const text = [...before, ...passage, ...after].join(' ');
          const found = find(text, [copy(article.join(' '))]);
          const [start, end] = [before.length, before.length + length];
          const overlaps = found.map((one) => Math.min(one.to, end) - Math.max(one.from, start));
          expect(Math.max(0, ...overlaps) * 2).toBeGreaterThanOrEqual(length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('begins and ends where it does, but for a few words', () => {
    for (const length of [40, 90, 250]) {
      const article = write('a', 300);
      const text = [...write('b', 70), ...article.slice(20, 20 + length), ...write('c', 50)];
      const [found, ...more] = find(text.join(' '), [copy(article.join(' '))]);
      expect(more).toEqual([]);
      expect(found?.from).toBeGreaterThanOrEqual(70);
      expect(found?.from).toBeLessThanOrEqual(75);
      expect(found?.to).toBeGreaterThanOrEqual(70 + length - 5);
      expect(found?.to).toBeLessThanOrEqual(70 + length);
    }
  });

  it.each([
    ['every eighth word is another', (one: string, at: number) => (at % 8 === 7 ? `x${at}` : one)],
    ['all is in capitals', (one: string) => one.toUpperCase()],
    ['words are divided by soft hyphens', (one: string) => `${one[0]}\u00ad${one.slice(1)}`],
  ])('is found where %s', (_, change) => {
    const article = write('word', 200);
    const text = [...write('own', 50), ...article.slice(50, 110).map(change), ...write('more', 50)];
    const [found] = find(text.join(' '), [copy(article.join(' '))]);
    const shared = Math.min(found?.to ?? 0, 110) - Math.max(found?.from ?? 110, 50);
    expect(shared).toBeGreaterThanOrEqual(30);
  });

  it('is found where neighbours are turned round', () => {
    const article = write('word', 200);
    const passage = article.slice(50, 110);
    for (let at = 3; at + 1 < passage.length; at += 8) {
      passage.splice(at, 2, passage[at + 1] ?? '', passage[at] ?? '');
    }
    const found = find([...write('own', 50), ...passage].join(' '), [copy(article.join(' '))]);
    expect(found).toHaveLength(1);
  });

  it('stands in two places where it is put twice', () => {
    const article = write('word', 100).join(' ');
    const own = write('own', 60).join(' ');
    expect(find(`${article} ${own} ${article}`, [copy(article)])).toHaveLength(2);
  });
});

describe('no passage', () => {
  it.each([12, 15, 19])('is a quotation of %i words', (length) => {
    const article = write('word', 300);
    for (let from = 0; from < 60; from += 1) {
      const quote = article.slice(from, from + length);
      const text = [...write('own', 40), ...quote, ...write('more', 40)].join(' ');
      expect(find(text, [copy(article.join(' '))])).toEqual([]);
    }
  });

  it.each([
    ['far and wide', [200, 20, 310]],
    ['close by', [20, 60, 100]],
    ['close by, the last first', [100, 60, 20]],
  ])('are several quotations from %s', (_, places) => {
    const article = write('word', 400);
    const quotes = places.flatMap((from, at) => [
      ...write(`own${at}`, 12),
      ...article.slice(from, from + 17),
    ]);
    expect(find(quotes.join(' '), [copy(article.join(' '))])).toEqual([]);
  });

  it('is what every article of a language says here and there', () => {
    const phrases = write('phrase', 40).map((one) => [one, 'of', 'the', 'day', 'and']);
    const weave = (name: string) =>
      phrases.flatMap((phrase, at) => [...phrase, ...write(`${name}${at}x`, 12)]);
    expect(find(weave('one').join(' '), [copy(weave('two').join(' '))])).toEqual([]);
  });
});

it('of two sources with the same text one is named', () => {
  const text = write('word', 80).join(' ');
  const copies = [copy(text), copy(text, 'https://other.example/b')];
  const found = find(`${write('own', 40).join(' ')} ${text}`, copies);
  expect(found).toHaveLength(1);
  expect(find(text, copies.toReversed())).toHaveLength(1);
});

describe('in other scripts', () => {
  const signs = (from: number, count: number, span: number, step: number) =>
    Array.from({ length: count }, (_, at) =>
      String.fromCodePoint(from + ((at * step) % span)),
    ).join('');

  it.each([
    ['Chinese', signs(0x4e00, 400, 3_001, 137), signs(0x4e01, 200, 2_999, 211)],
    [
      'Japanese',
      signs(0x3042, 400, 83, 29).replace(/(.{7})/g, '$1漢、'),
      signs(0x3043, 200, 79, 31),
    ],
    ['Thai', signs(0x0e01, 600, 46, 17).replace(/(.{5})/g, '$1ก้'), signs(0x0e01, 300, 45, 7)],
  ])('a passage in %s is found, a quotation is not', (_, article, own) => {
    const known = [copy(article)];
    const passage = article.slice(60, 60 + 240);
    const [found] = find(`${own}${passage}${own}`, known);
    const all = splitWords(`${own}${passage}${own}`).words.length;
    const before = splitWords(own).words.length;
    expect(Math.abs((found?.from ?? 0) - before)).toBeLessThanOrEqual(12);
    expect(Math.abs((found?.to ?? 0) - (all - before))).toBeLessThanOrEqual(12);
    expect(find(`${own}${article.slice(60, 84)}${own}`, known)).toEqual([]);
  });

  it('the same few signs in another order are another text', () => {
    const random = createRandom(3);
    const text = () =>
      Array.from({ length: 4_000 }, () => 'กขคงจชดตทนบปพมยรลวสหอาเแโใ'[random.below(26)]).join('');
    expect(find(text(), [copy(text())])).toEqual([]);
  });

  it.each([
    ['Arabic, with and without points', 'كتاب', (one: string) => [...one].join('\u064e')],
    ['decomposed letters', 'naïveté', (one: string) => one.normalize('NFD')],
    ['Hindi', 'किताबें', (one: string) => one.normalize('NFC')],
  ])('%s', (_, stem, change) => {
    const article = Array.from({ length: 120 }, (__, at) => `${stem}${at}`);
    const text = article.slice(20, 80).map(change).join(' ');
    expect(find(text, [copy(article.join(' '))])).toHaveLength(1);
  });
});

describe('whatever is thrown at it', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          'constructor',
          '__proto__',
          'hasOwnProperty',
          '\ud800',
          '\u0000',
          '(',
          'a'.repeat(500),
        ),
        { maxLength: 60 },
      )
      .map((list) => list.join(' ')),
  );

  it('it does not throw, and says where', () => {
    fc.assert(
      fc.property(hostile, hostile, (article, text) => {
        const made = composeCopy({
          ...{
            id: 'x',
            copiedAt: 1,
            carried: false,
            service: null,
            text: article,
            articleText: '',
          },
          source: makeSource({ url: 'https://news.example/a' }),
        });
        const page = read(`${text} ${article}`);
        expect(Array.isArray(listPageFingerprints(page))).toBe(true);
        for (const { from, to, words } of checkText(page, made === null ? [] : [made])) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(page.words.length);
          expect(words).toBe(to - from);
          expect(words).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['the same word', () => 'again'],
    ['two words in turns', (at: number) => (at % 2 === 0 ? 'to' : 'fro')],
    ['a refrain', (at: number) => `w${at % 50}`],
    ['words of which none comes twice', (at: number) => `w${at}`],
  ])('it takes time in proportion to a text of %s', (_, make) => {
    const time = (count: number) => {
      const text = Array.from({ length: count }, (__, at) => make(at)).join(' ');
      const known = [copy(text)];
      const page = read(text);
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now();
        checkText(page, known);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    time(2_000);
    // Sixteen times the text: in proportion sixteen times as long, by its square two hundred and fifty-six.
    expect(time(64_000) / time(4_000)).toBeLessThan(80);
  });
});
