/** The command itself, on what it brings along: its last line is a promise to other programs. */
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const BENCH = join(import.meta.dirname, 'bench.ts');

interface Ended {
  code: number;
  out: string;
  err: string;
}

function runBench(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [BENCH, ...args], { maxBuffer: 1e7 }, (fault, out, err) =>
      resolve({ code: fault === null ? 0 : Number(fault.code), out, err }),
    );
  });
}

const readLastLine = (out: string): unknown => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
const share = expect.toSatisfy((value) => value === null || (value >= 0 && value <= 1));
const ms = expect.toSatisfy((value) => value >= 0);
const shares = (...names: string[]) => Object.fromEntries(names.map((name) => [name, share]));

describe('npm run bench --', () => {
  it('articles --json', async () => {
    const { code, out, err } = await runBench('articles', '--json', '--seed', '3', '--limit', '7');
    expect([code, err]).toEqual([0, expect.any(String)]);
    const verdict = shares('precision', 'recall', 'f1');
    const fields = shares('title', 'author', 'date', 'site', 'site_loose');
    const times = { ms_median: ms, ms_p95: ms, ms_cold_median: ms };
    const none = { pages: 7, errors: 0 };
    expect(readLastLine(out)).toEqual({
      bench: 'articles',
      figures: {
        ...verdict,
        ...fields,
        ...times,
        ...none,
        ...Object.fromEntries(
          Object.entries({ ...verdict, ...fields, ...times, errors: 0 }).map(([name, value]) => [
            `node_${name}`,
            value,
          ]),
        ),
      },
      peers: {
        isProbablyReaderable: { ...verdict, ...times, ...none },
        'og:type=article': { ...verdict, ...times, ...none },
        'og-or-JSON-LD': { ...verdict, ...times, ...none },
        Readability: { ...fields, ...times, ...none },
        Defuddle: { ...fields, ...times, ...none },
        metascraper: { ...fields, ...times, ...none, ms_cold_median: null },
        'article-extractor': { ...fields, ...times, ...none, ms_cold_median: null },
      },
    });
  });

  it('terms --json', async () => {
    const { code, out } = await runBench('terms', '--json');
    expect(code).toBe(0);
    const figures = {
      ...shares('kind', 'link', 'position', 'indexable', 'max_share', 'non_commercial', 'target'),
      ...shares('overclaimed', 'credits', 'credits_loose', 'credits_wrong_site'),
      rows: expect.any(Number),
      errors: 0,
    };
    expect(readLastLine(out)).toEqual({ bench: 'terms', figures, peers: { keywords: figures } });
  });

  it.each([
    [['recipes'], /There is no benchmark "recipes"/],
    [['terms', '--corpus', join(tmpdir(), 'sic-nowhere')], /there is no folder/],
  ])('%j ends with 2 and a sentence', async (args, message) => {
    const { code, out, err } = await runBench(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n {4}at /);
  });
});
