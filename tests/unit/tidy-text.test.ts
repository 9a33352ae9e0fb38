import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyText } from '../../src/model/tidy-text.ts';

describe('tidyText', () => {
  it.each([
    ['A storm', 'A storm'],
    ['  A\n\tstorm ', 'A storm'],
    ['Tom &amp; Ada&#39;s', "Tom & Ada's"],
    ['Tom &amp;amp; Ada&amp;#x27;s', "Tom & Ada's"],
    ['R&amp;D &laquo;x&raquo; &hellip;', 'R&D «x» …'],
    ['A <i>wild</i> storm<br>over <em class="x">the bay</em>', 'A wild storm over the bay'],
    ['The <video> element', 'The <video> element'],
    ['5 < 6 > 4', '5 < 6 > 4'],
    ['Ver\u00adfas\u00adsung\u200b', 'Verfassung'],
    ['\u200fעברית\u200e', 'עברית'],
    ['a\u00a0b', 'a b'],
    ['&#0;&#1114112;&unknown;', '&#0;&#1114112;&unknown;'],
    ['&constructor;', '&constructor;'],
    ['', ''],
    [' \n', ''],
  ])('%j', (given, expected) => {
    expect(tidyText(given, 100)).toBe(expected);
  });

  it('ends before a sign that its limit would cut in two', () => {
    expect(tidyText('ab😀', 3)).not.toContain('\ud83d');
    expect(tidyText('ab cd', 3)).toBe('ab');
  });

  it('is bounded, one line, well-formed, and never throws', () => {
    const piece = fc.constantFrom(
      '&amp;',
      '&#',
      '&#x',
      ';',
      '<b>',
      '</',
      '<',
      '>',
      ' ',
      '\n',
      'a',
      'я',
      '\ud800',
      '\u200b',
      '\u00ad',
      '&lt;',
      'i>',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 60 }), (given, limit) => {
        const tidy = tidyText(given, limit);
        expect(tidy.length).toBeLessThanOrEqual(limit);
        expect(tidy).toBe(tidy.trim());
        expect(tidy).not.toMatch(/[\r\n\t]| {2}/);
        expect(tidy.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves what is tidy as it is', () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}.,:!?'"()-]{1,12}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const tidy = tidyText(words.join(' '), 200);
        expect(tidyText(tidy, 200)).toBe(tidy);
      }),
    );
  });
});
