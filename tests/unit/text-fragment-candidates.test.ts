import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameCandidates, type Passage } from '../../src/model/text-fragment-candidates.ts';
import { type TextDirective, writeTextDirective } from '../../src/model/text-fragment-directive.ts';

const passage = (given: Partial<Passage>): Passage => ({
  first: 'a quiet morning in the bay',
  last: given.first ?? 'a quiet morning in the bay',
  isOneLine: true,
  before: 'It was ',
  after: ', they said.',
  lineBefore: () => 'A line before.',
  lineAfter: () => 'A line behind.',
  ...given,
});
const list = (given: Partial<Passage>) => [...nameCandidates(passage(given))];
const MANY = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ');

/** The parts of a directive, as a browser reads them. */
function read(directive: string): TextDirective {
  const terms = directive.split(',');
  const prefix = terms[0]?.endsWith('-') ? (terms.shift()?.slice(0, -1) ?? '') : '';
  const suffix = terms.at(-1)?.startsWith('-') ? (terms.pop()?.slice(1) ?? '') : '';
  const [start = '', end = ''] = terms.map(decodeURIComponent);
  expect(terms.length).toBeLessThanOrEqual(2);
  return { prefix: decodeURIComponent(prefix), start, end, suffix: decodeURIComponent(suffix) };
}

describe('nameCandidates', () => {
  it('tries the words alone first, then with more and more around them', () => {
    const [first, second, third] = list({});
    expect(first).toEqual({ prefix: '', start: 'a quiet morning in the bay', end: '', suffix: '' });
    expect(second).toMatchObject({ prefix: '', suffix: ', they said.' });
    expect(third).toMatchObject({ prefix: 'It was', suffix: '' });
  });

  it('names few words with their neighbours from the start', () => {
    for (const { prefix, suffix } of list({ first: 'bay' })) expect(prefix + suffix).not.toBe('');
  });

  it('takes the neighbouring lines where a line begins and ends with the passage', () => {
    const all = list({ before: ' ', after: ' ' });
    expect(all).toContainEqual(
      expect.objectContaining({ prefix: 'A line before.', suffix: 'A line behind.' }),
    );
  });

  it('names a long passage by its ends, which never overlap', () => {
    const [first] = list({ first: MANY });
    expect(first).toMatchObject({
      start: 'word0 word1 word2 word3',
      end: 'word36 word37 word38 word39',
    });
    for (const { start, end } of list({ first: 'one two three '.repeat(7).trim() })) {
      if (end !== '') expect(`${start} ${end}`.length).toBeLessThanOrEqual(98);
    }
  });

  it.each(['', ' '])('has nothing to try for %j', (first) => {
    expect(list({ first }).filter(({ start }) => start.trim() !== '')).toEqual([]);
  });

  it('leaves out parts that end at what is not compared', () => {
    expect(list({ first: 'the bay\u2063' })).toEqual([]);
    for (const { prefix } of list({ before: 'It was\u200e ' })) expect(prefix).toBe('');
    expect(list({ first: 'extra\u00adordinary interruption' })[0]).toMatchObject({
      start: 'extraordinary interruption',
    });
  });

  it('gives, whatever the text, directives that are read back as they were meant', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, text, text, text, (first, before, after, line) => {
        for (const one of list({ first, last: first, before, after, lineBefore: () => line })) {
          const written = writeTextDirective(one);
          expect(written).toMatch(/^(?:[\w.-]|%[0-9A-F]{2}|,)*$/);
          expect(written).not.toMatch(/[.]$/);
          const wellFormed = Object.fromEntries(
            Object.entries(one).map(([name, part]) => [name, part.toWellFormed()]),
          );
          expect(read(written)).toEqual(wellFormed);
        }
      }),
    );
  });
});
