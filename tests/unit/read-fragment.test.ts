/** The text fragment of a report is anybody's: only what can stand in a link is taken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Selector } from '../../src/model/annotation.ts';
import { readFragment, TEXT_FRAGMENT_SPECIFICATION } from '../../src/model/read-fragment.ts';
import { composeFragmentUrl, linkToDirective } from '../../src/model/text-fragment.ts';

const fragment = (value: unknown, conformsTo: unknown = TEXT_FRAGMENT_SPECIFICATION): Selector => ({
  type: 'FragmentSelector',
  conformsTo,
  value,
});
const quote: Selector = { type: 'TextQuoteSelector', exact: 'teh', prefix: '', suffix: '' };

describe('the fragment of a report', () => {
  it('is the directive behind its beginning, wherever the selector stands', () => {
    expect(readFragment([quote, fragment(':~:text=in-,teh,-cat')])).toBe('in-,teh,-cat');
    expect(readFragment([fragment(':~:text=%D1%88%2D'), quote])).toBe('%D1%88%2D');
  });

  it('is the first that can be taken', () => {
    const all = [fragment(':~:text=a b'), fragment(':~:text=right'), fragment(':~:text=later')];
    expect(readFragment(all)).toBe('right');
  });

  it.each([
    ['no selector at all', []],
    ['a quote alone', [quote]],
    ['another kind of fragment', [fragment(':~:text=a', 'http://tools.ietf.org/rfc/rfc3236')]],
    ['none said', [{ type: 'FragmentSelector', value: ':~:text=a' }]],
    ['an element’s name', [fragment('section-2')]],
    ['no words', [fragment(':~:text=')]],
    ['a number', [fragment(7)]],
    ['a sign of its own', [fragment(':~:text=a#b')]],
    ['another directive behind', [fragment(':~:text=a&text=b')]],
    ['half an escape', [fragment(':~:text=100%')]],
    ['words as they are', [fragment(':~:text=слово')]],
    ['a line break', [fragment(':~:text=a\n')]],
    ['markup', [fragment(':~:text=<b>')]],
    ['a book', [fragment(`:~:text=${'a'.repeat(2_001)}`)]],
    ['what all objects have', [{ type: 'FragmentSelector', __proto__: { value: ':~:text=a' } }]],
  ])('is none where there is %s', (_, selectors) => {
    expect(readFragment(selectors as Selector[])).toBe(null);
  });

  it('leaves the link’s page alone, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const directive = readFragment([fragment(`:~:text=${text}`)]);
        const link = linkToDirective('https://news.example/a?b#c', directive);
        if (directive === null) return;
        expect(link).toBe(`https://news.example/a?b#:~:text=${text}`);
        expect(new URL(link ?? '').href).toBe(link);
      }),
    );
  });

  it('takes all that Sic composes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (exact) => {
        const url = composeFragmentUrl('https://news.example/a', { exact, prefix: '', suffix: '' });
        const [, value = ''] = (url ?? '').split('#');
        fc.pre(value !== '');
        expect(readFragment([fragment(value)])).toBe(value.slice(':~:text='.length));
      }),
    );
  });
});
