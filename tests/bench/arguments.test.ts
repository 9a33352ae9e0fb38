/** The command line of the benchmarks. */
import { describe, expect, it } from 'vitest';
import { readBenchCommand } from './arguments.ts';
import { UsageError } from './benchmark.ts';

const NAMES = ['articles', 'terms'];
const read = (...args: string[]) => readBenchCommand(args, NAMES);

describe('what is understood', () => {
  it('a name alone', () => {
    expect(read('terms')).toEqual({
      help: false,
      name: 'terms',
      json: false,
      options: {
        corpus: undefined,
        seed: 1,
        limit: Number.POSITIVE_INFINITY,
        alone: false,
        verbose: false,
        rows: undefined,
        seconds: undefined,
        store: 'both',
      },
    });
  });

  it('every option', () => {
    const args = ['articles', '--json', '--corpus', 'a', '--seed', '7', '--limit', '3'];
    const more = ['--rows', '5', '--seconds', '2', '--store', 'sqlite'];
    expect(read(...args, '--alone', '--verbose', ...more)).toEqual({
      help: false,
      name: 'articles',
      json: true,
      options: {
        ...{ corpus: 'a', seed: 7, limit: 3, alone: true, verbose: true },
        ...{ rows: 5, seconds: 2, store: 'sqlite' },
      },
    });
  });

  it('a call for help', () => expect(read('--help')).toEqual({ help: true }));
});

it.each([
  [[], /Which benchmark\? There are: articles, terms/],
  [['recipes'], /no benchmark "recipes"/],
  [['toString'], /no benchmark "toString"/],
  [['articles', 'terms'], /One benchmark at a time/],
  [['terms', '--seed', 'x'], /--seed takes a number/],
  [['terms', '--limit', '0'], /leaves nothing/],
  [['terms', '--rows', '0'], /begin with 1/],
  [['terms', '--seconds', 'x'], /--seconds takes a number/],
  [['terms', '--store', 'toString'], /--store takes/],
  [['terms', '--jsn'], /--jsn/],
  [['terms', '--corpus'], /corpus/],
])('refuses %j', (args, message) => {
  expect(() => read(...args)).toThrow(UsageError);
  expect(() => read(...args)).toThrow(message);
});
