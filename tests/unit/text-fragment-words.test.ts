import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findBoundaries,
  findWords,
  takeFirstWords,
  takeLastWords,
} from '../../src/model/text-fragment-words.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 200 });

describe('the words of a text', () => {
  it.each([
    ['one, two; three', 2, 'one, two', 'two; three'],
    ['one two', 5, 'one two', 'one two'],
    ['“one” two.', 1, '“one', 'two.'],
    ['…', 2, '…', '…'],
    ['', 2, '', ''],
    ['one two', 0, '', ''],
  ])('%j: %i of them', (text, count, first, last) => {
    expect(takeFirstWords(text, count)).toBe(first);
    expect(takeLastWords(text, count)).toBe(last);
  });

  it('are never half a word, however long the words are', () => {
    const long = `${'a'.repeat(90)} ${'b'.repeat(90)}`;
    for (const taken of [takeFirstWords(long, 1), takeLastWords(long, 1)]) {
      expect(['', 'a'.repeat(90), 'b'.repeat(90)]).toContain(taken);
    }
  });

  it('begin and end where words do, and are as many as were asked for', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (text, count) => {
        const [first, last] = [takeFirstWords(text, count), takeLastWords(text, count)];
        expect(text.startsWith(first)).toBe(true);
        expect(text.endsWith(last)).toBe(true);
        const words = findWords(text);
        if (words.length < count) return;
        expect(first.length).toBe(words[count - 1]?.end);
        expect(text.length - last.length).toBe(words.at(-count)?.start);
      }),
    );
  });

  it.each([
    ['received', 3, 0, 8],
    ['a received b', 4, 2, 10],
    ['don’t', 3, 0, 5],
    ['one two', 3, 3, 3],
    ['one', 0, 0, 0],
    ['one', 3, 3, 3],
  ])('bounds around %j at %i', (text, at, start, end) => {
    expect(findBoundaries(text, at)).toEqual({ start, end });
  });

  it('bounds hold the place, and are bounds themselves', () => {
    fc.assert(
      fc.property(text, fc.nat(220), (text, at) => {
        const place = Math.min(at, text.length);
        const { start, end } = findBoundaries(text, place);
        expect(start).toBeLessThanOrEqual(place);
        expect(end).toBeGreaterThanOrEqual(place);
        expect(findBoundaries(text, start)).toEqual({ start, end: start });
        expect(findBoundaries(text, end)).toEqual({ start: end, end });
      }),
    );
  });
});
