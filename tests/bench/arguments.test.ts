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
      },
    });
  });

  it('every option', () => {
    const args = ['articles', '--json', '--corpus', 'a', '--seed', '7', '--limit', '3'];
    expect(read(...args, '--alone', '--verbose')).toMatchObject({
      json: true,
      options: { corpus: 'a', seed: 7, limit: 3, alone: true, verbose: true },
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
  [['terms', '--jsn'], /--jsn/],
  [['terms', '--corpus'], /corpus/],
])('refuses %j', (args, message) => {
  expect(() => read(...args)).toThrow(UsageError);
  expect(() => read(...args)).toThrow(message);
});
