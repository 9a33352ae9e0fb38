/** Link headers as servers write them, and as they should not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listLinkTargets, parseLinks } from '../../src/model/link-header.ts';

const read = (header: string) =>
  parseLinks(header).map(({ target, parameters }) => [target, Object.fromEntries(parameters)]);

describe('parseLinks', () => {
  it.each<[string, unknown[]]>([
    ['<a>; rel="status"', [['a', { rel: 'status' }]]],
    ['<a>;rel=status', [['a', { rel: 'status' }]]],
    [' \t< a > ; \tREL = status ; title=x ', [['a', { rel: 'status', title: 'x' }]]],
    [
      '<a>; title="x; rel=status, <b>"; rel=next',
      [['a', { title: 'x; rel=status, <b>', rel: 'next' }]],
    ],
    ['<a>; title="a \\"b\\" \\\\"; rel=x', [['a', { title: 'a "b" \\', rel: 'x' }]]],
    [
      '<a,b;c>; rel=x, <d>',
      [
        ['a,b;c', { rel: 'x' }],
        ['d', {}],
      ],
    ],
    [
      ',, <a>,,<b>; crossorigin; rel=x,',
      [
        ['a', {}],
        ['b', { crossorigin: '', rel: 'x' }],
      ],
    ],
    ['<a>; rel=first; rel=second', [['a', { rel: 'first' }]]],
    ['<a>;;; rel=x;', [['a', { rel: 'x' }]]],
    ["<a>; title*=UTF-8''x; rel=x", [['a', { 'title*': "UTF-8''x", rel: 'x' }]]],
    ['<>; rel=x', [['', { rel: 'x' }]]],
    ['<a>; rel="x', [['a', { rel: 'x' }]]],
    ['<a>; rel="x\\', [['a', { rel: 'x' }]]],
    ['<a', []],
    ['a; rel=x, <b>; rel=y', []],
    [
      '<a>; rel=x b, <c>',
      [
        ['a', { rel: 'x b' }],
        ['c', {}],
      ],
    ],
    ['<a> rel=x, <c>', [['a', {}]]],
    ['', []],
  ])('%j', (header, links) => {
    expect(read(header)).toEqual(links);
  });

  it('finds what was written, in any order and with any words', () => {
    const token = fc.stringMatching(/^[a-z][a-z0-9*-]{0,8}$/);
    const value = fc.stringMatching(/^[ -~]{0,20}$/);
    const quote = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;
    const link = fc.record({
      target: fc.stringMatching(/^[!-=?-~]{1,30}$/),
      parameters: fc.uniqueArray(fc.tuple(token, value), {
        selector: ([name]) => name,
        maxLength: 5,
      }),
    });
    fc.assert(
      fc.property(
        fc.array(link, { maxLength: 5 }),
        fc.constantFrom(',', ', ', ' ,\t,'),
        (links, between) => {
          const header = links
            .map(({ target, parameters }) =>
              [`<${target}>`, ...parameters.map(([name, text]) => `${name}=${quote(text)}`)].join(
                '; ',
              ),
            )
            .join(between);
          expect(read(header)).toEqual(
            links.map(({ target, parameters }) => [target, Object.fromEntries(parameters)]),
          );
        },
      ),
    );
  });

  it('takes anything, and ends', () => {
    const noise = fc.array(fc.constantFrom(...'<>;,="\\ \tarel=status'), { maxLength: 60 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          noise.map((parts) => parts.join('')),
        ),
        (header) => {
          for (const { target } of parseLinks(header)) expect(header).toContain(target);
        },
      ),
      { numRuns: 2000 },
    );
    for (const part of ['<', '<>', '<a>;', ';', '"', ',', '<a>;"', '\\']) {
      expect(parseLinks(part.repeat(1_000_000)).length).toBeLessThan(20_000);
    }
  });
});

describe('listLinkTargets', () => {
  it.each<[string, string[]]>([
    ['<a>; rel="status"', ['a']],
    ['<a>; rel="next STATUS"', ['a']],
    ['<a>; rel="https://x.example/status"', []],
    ['<a>; rel=statuses', []],
    ['<a>; rel=type; rel=status', []],
    ['<a>; anchor="/other"; rel=status, <b>; rel=status', ['b']],
    ['<a>; rel=status, <b>; rel="status"', ['a', 'b']],
    ['<a>; rev=status', []],
    ['<a>', []],
  ])('%j', (header, targets) => {
    expect(listLinkTargets(header, 'status')).toEqual(targets);
  });
});
