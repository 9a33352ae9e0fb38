import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listEdges, listSentences, listWords } from './segments.ts';

const read = (text: string, list: (text: string) => { start: number; end: number }[]) =>
  list(text).map(({ start, end }) => text.slice(start, end));

describe('segments', () => {
  it('words of scripts with spaces and without', () => {
    expect(read('Der Fluß, é e\u0301 42-mal', listWords)).toEqual([
      'Der',
      'Fluß',
      'é',
      'e\u0301',
      '42',
      'mal',
    ]);
    expect(read('漢字かな。カ\u3099', listWords)).toEqual(['漢字', 'かな', 'カ\u3099']);
    expect(read('हिन्दी शब्द', listWords)).toEqual(['हिन्दी', 'शब्द']);
  });

  it('sentences make up the whole text', () => {
    expect(read('One. "Two?" Three', listSentences)).toEqual(['One. ', '"Two?" ', 'Three']);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '.', '"', '。', '…') }), (text) => {
        expect(read(text, listSentences).join('')).toBe(text);
      }),
    );
  });

  it('edges are where a person could put the caret', () => {
    expect(listEdges('ae\u0301क्')).toEqual([0, 1, 3, 5]);
  });
});
