import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composeFragmentUrl,
  type FragmentQuote,
  linkToDirective,
} from '../../src/model/text-fragment.ts';

const PAGE = 'https://news.example/story';

function compose(exact: string, prefix = '', suffix = '', url = PAGE): string | null {
  return composeFragmentUrl(url, { exact, prefix, suffix });
}

/** The parts of a fragment, decoded, as a browser would read them. */
function readFragment(link: string) {
  const terms = (link.split('#:~:text=')[1] ?? '').split(',');
  const prefix = terms[0]?.endsWith('-') ? terms.shift() : undefined;
  const suffix = terms.at(-1)?.startsWith('-') ? terms.pop() : undefined;
  return {
    prefix: decodeURIComponent(prefix?.slice(0, -1) ?? ''),
    quote: terms.map(decodeURIComponent),
    suffix: decodeURIComponent(suffix?.slice(1) ?? ''),
  };
}

describe('composeFragmentUrl', () => {
  it('names the words with a few whole words on either side', () => {
    const link = compose('recieve', 'ey were all meant to ', ' a letter in the same we');
    expect(link).toBe(`${PAGE}#:~:text=were%20all%20meant%20to-,recieve,-a%20letter%20in%20the`);
  });

  it('drops the words that a selector may have cut', () => {
    expect(readFragment(compose('mistaek', 'alf a ', ' in th') ?? '')).toEqual({
      prefix: 'a',
      quote: ['mistaek'],
      suffix: 'in',
    });
  });

  it('encodes the signs that have a meaning in a fragment', () => {
    expect(compose('well-known, R&D')).toBe(`${PAGE}#:~:text=well%2Dknown%2C%20R%26D`);
  });

  it('replaces a hash and keeps the query', () => {
    expect(compose('word', '', '', 'http://a.example/?q=1#part')).toBe(
      'http://a.example/?q=1#:~:text=word',
    );
  });

  it('collapses white space', () => {
    expect(readFragment(compose(' two\n  words ', 'the one ', ' and on') ?? '').quote).toEqual([
      'two words',
    ]);
  });

  it('names a long quote by its first and last words', () => {
    const long = 'one two three four five six seven eight nine ten eleven twelve thirteen';
    expect(readFragment(compose(long) ?? '').quote).toEqual([
      'one two three four',
      'ten eleven twelve thirteen',
    ]);
  });

  it('keeps a single long word whole', () => {
    const word = 'a'.repeat(90);
    expect(readFragment(compose(word) ?? '').quote).toEqual([word]);
  });

  it('names a quote across paragraphs by its ends, and takes no context beyond a paragraph', () => {
    const link = compose('of it.\n\nNext came', 'A headline\n\nThe end ', ' rain.\n\nThen');
    expect(readFragment(link ?? '')).toEqual({
      prefix: 'The end',
      quote: ['of', 'came'],
      suffix: 'rain',
    });
  });

  it('takes no context beyond the block that the report tells of', () => {
    const quote = {
      exact: 'set',
      prefix: 'What it Will Cost The council ',
      suffix: ' aside. Next',
    };
    const link = (inBlock: { prefix: number; suffix: number } | null) =>
      readFragment(composeFragmentUrl(PAGE, { ...quote, inBlock }) ?? '');
    expect(link({ prefix: 12, suffix: 7 })).toEqual({
      prefix: 'The council',
      quote: ['set'],
      suffix: 'aside',
    });
    expect(link({ prefix: 0, suffix: 0 })).toEqual({ prefix: '', quote: ['set'], suffix: '' });
    // Nobody has to tell the truth.
    for (const told of [null, { prefix: 999, suffix: 999 }]) {
      expect(link(told).prefix).toBe('Will Cost The council');
    }
  });

  it('widens a quote that begins or ends inside a word', () => {
    expect(readFragment(compose('ciev', 'we re', 'e it all') ?? '')).toMatchObject({
      quote: ['recieve'],
      suffix: 'it',
    });
  });

  it('works where words stand without spaces', () => {
    const link = compose('記事', '昨日の新しい', 'を読みました');
    expect(readFragment(link ?? '').quote).toEqual(['記事']);
  });

  it('links the page alone where nothing is quoted', () => {
    expect(compose(' \n ')).toBe(PAGE);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/hosts', 'no url', ''])(
    'makes no link of %s',
    (url) => {
      expect(compose('word', '', '', url)).toBeNull();
    },
  );

  it('gives a fragment whose parts stand in the text in their order, whatever the text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 120 });
    fc.assert(
      fc.property(
        fc.record({ exact: text, prefix: text, suffix: text }),
        (quote: FragmentQuote) => {
          const link = composeFragmentUrl(PAGE, quote);
          expect(link?.startsWith(PAGE)).toBe(true);
          if (link === null || link === PAGE) return;
          expect(link).toMatch(/^[^#]+#:~:text=[\w.!~*'()%,-]+$/);
          const { prefix, quote: terms, suffix } = readFragment(link);
          const whole = (quote.prefix + quote.exact + quote.suffix)
            .replace(/\s+/g, ' ')
            .toWellFormed();
          let from = 0;
          for (const term of [prefix, ...terms, suffix]) {
            const at = whole.indexOf(term, from);
            expect(at, term).toBeGreaterThanOrEqual(from);
            from = at + term.length;
          }
        },
      ),
    );
  });
});

describe('linkToDirective', () => {
  it.each([
    ['http://a.example/x?q=1#part', 'two%20words', 'http://a.example/x?q=1#:~:text=two%20words'],
    ['http://a.example/x#part', null, 'http://a.example/x'],
    ['http://a.example/#/story/1', 'two', 'http://a.example/#/story/1:~:text=two'],
    ['http://a.example/?q#!story', 'two', 'http://a.example/?q#!story:~:text=two'],
    ['http://a.example/#/story/1', null, 'http://a.example/#/story/1'],
    ['http://a.example/#/a:~:text=x&text=y', 'two', 'http://a.example/#/a:~:text=two'],
    ['http://a.example/#/a:~:text=x', null, 'http://a.example/#/a'],
    ['javascript:alert(1)', 'two', null],
    ['no url', 'two', null],
  ])('%s and %s', (url, directive, link) => {
    expect(linkToDirective(url, directive)).toBe(link);
  });
});
