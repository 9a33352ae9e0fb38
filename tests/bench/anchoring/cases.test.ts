import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../corpus/random.ts';
import { type Article, readBlock, readPlace } from './article.ts';
import { LENGTHS } from './choose-quote.ts';
import { KINDS } from './edits/kinds.ts';
import { makeArticle } from './make-article.ts';
import { type Case, makeCases, makeChosenArticle } from './make-cases.ts';
import { listEdges } from './segments.ts';
import { chooseWriting, SCRIPTS } from './writing.ts';

const numbers = KINDS.map((_, number) => number);
const scripts = fc.constantFrom(...SCRIPTS);
const seeds = fc.integer({ min: 0, max: 1_000_000 });

/** One case of each kind, on an article that is short so that many can be made. */
const made = fc
  .record({
    seed: seeds,
    script: scripts,
    variant: fc.nat(2),
    isDecomposed: fc.boolean(),
    start: fc.nat(3),
  })
  .map(({ seed, script, variant, isDecomposed, start }) => {
    const random = createRandom(seed);
    const { article, words } = makeArticle(
      random,
      chooseWriting(script, variant),
      5000,
      isDecomposed,
    );
    const shifted = numbers.map((number) => number + start * KINDS.length);
    return { article, cases: [...makeCases(article, words, random, shifted)] };
  });

const readAll = ({ blocks }: Article) => blocks.map(readBlock).join('\n');
/** What is left of a text that reads the same: written here for itself, not with the project's own folding. */
const bare = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\s\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—]/g, '-');

function checkTruth(article: Article, one: Case): void {
  const { truth, kind, quote, place, edited, found, text } = one;
  expect(readPlace(article, place)).toBe(quote);
  if (truth === 'deleted') {
    expect([kind, found, text]).toEqual([kind, null, '']);
    return;
  }
  if (found === null) throw new Error(`${kind} lost the quote`);
  expect(readPlace(edited, found)).toBe(text);
  if (truth === 'standing') expect([kind, bare(text)]).toEqual([kind, bare(quote)]);
  else {
    expect(text.normalize('NFC')).not.toBe(quote.normalize('NFC'));
    expect(text.trim()).not.toBe('');
  }
}

describe('the cases', () => {
  it('state where the words stand and what has become of them', () => {
    fc.assert(
      fc.property(made, ({ article, cases }) => {
        for (const one of cases) checkTruth(article, one);
      }),
      { numRuns: 25 },
    );
  });

  it('take the words away where they say so: the text is shorter by them at least', () => {
    fc.assert(
      fc.property(made, ({ article, cases }) => {
        for (const { truth, quote, edited } of cases) {
          if (truth !== 'deleted') continue;
          const shorter = bare(readAll(article)).length - bare(readAll(edited)).length;
          expect(shorter).toBeGreaterThanOrEqual(bare(quote).length);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('leave what is around a correction as it was, but where they say otherwise', () => {
    fc.assert(
      fc.property(made, ({ article, cases }) => {
        for (const { truth, kind, place, edited, found } of cases) {
          if (truth !== 'corrected' || kind.startsWith('corrected') || found === null) continue;
          const [old, now] = [article.blocks[place.at], edited.blocks[found.at]];
          if (old === undefined || now === undefined) throw new Error('a block is missing');
          expect(readBlock(now).slice(0, found.start)).toBe(readBlock(old).slice(0, place.start));
          expect(readBlock(now).slice(found.end)).toBe(readBlock(old).slice(place.end));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('mark one stretch of one block, however it is cut', () => {
    fc.assert(
      fc.property(made, ({ cases }) => {
        for (const { edited, found, text } of cases) {
          const marked = edited.blocks.flatMap(({ runs }) =>
            runs.filter(({ mark }) => mark !== null),
          );
          expect(marked.map((run) => run.text).join('')).toBe(found === null ? '' : text);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('are of the lengths that they say, without white space at the ends', () => {
    fc.assert(
      fc.property(made, ({ cases }) => {
        for (const { quote, length } of cases) {
          const [least, most] = LENGTHS[length];
          const characters = listEdges(quote).length - 1;
          expect(characters).toBeGreaterThanOrEqual(least);
          expect(characters).toBeLessThanOrEqual(most);
          expect(quote.trim()).toBe(quote);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('of almost every kind can be made of every script', () => {
    for (const [index, script] of SCRIPTS.entries()) {
      const { article, words, random } = makeChosenArticle({ seed: 4, index });
      const kinds = new Set(
        [...makeCases(article, words, random, numbers)].map(({ kind }) => kind),
      );
      const all = new Set(KINDS.map(({ name }) => name));
      // Han characters have no normal forms, no case and no accents.
      const missing = [...all].filter((kind) => !kinds.has(kind));
      expect([script, missing.length <= (script === 'cjk' ? 2 : 0), missing]).toEqual([
        script,
        true,
        missing,
      ]);
    }
  });

  it('are the same for the same seed, and others for another', () => {
    const make = (seed: number) => {
      const { article, words, random } = makeChosenArticle({ seed, index: 1 });
      return JSON.stringify([...makeCases(article, words, random, [0, 7, 30, 41, 60])]);
    };
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(make(seed)).toBe(make(seed));
        expect(make(seed)).not.toBe(make(seed + 1));
      }),
      { numRuns: 3 },
    );
  });
});
