/** The benchmark as it is called: its last line is a promise to other programs. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makePages } from './corpus/synthetic-pages.ts';

const BENCH = join(import.meta.dirname, 'bench.ts');
const share = expect.toSatisfy((value) => value === null || (value >= 0 && value <= 1));
const ms = expect.toSatisfy((value) => value >= 0);
const figures = {
  recall: share,
  wrong: share,
  false_found: share,
  fixed: share,
  false_fixed: share,
  ms_median: ms,
  ms_100: ms,
  ms_describe: ms,
  quotes_rows: expect.toSatisfy((value) => value > 0),
  errors: 0,
};

function runBench(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [BENCH, ...args], { maxBuffer: 1e7 }, (fault, out, err) =>
      fault === null ? resolve(out) : reject(new Error(err, { cause: fault })),
    );
  });
}

const readLastLine = (out: string): unknown => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');

describe('npm run bench --', () => {
  it('anchoring --json', { timeout: 240_000 }, async () => {
    const out = await runBench('anchoring', '--json', '--seed', '3', '--limit', '30');
    expect(readLastLine(out)).toEqual({
      bench: 'anchoring',
      figures,
      peers: expect.objectContaining({
        hypothesis: figures,
        'hypothesis+threshold': figures,
        'dom-anchor-text-quote': { ...figures, errors: expect.any(Number) },
      }),
    });
  });

  it('anchoring --corpus, in both browsers', { timeout: 240_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sic-anchoring-'));
    try {
      mkdirSync(join(folder, 'pages'));
      const rows = makePages(5, 5).map(({ name, url, truth, readHtml }) => {
        writeFileSync(join(folder, 'pages', `${name}.html.gz`), gzipSync(readHtml()));
        return JSON.stringify({ name, url, isArticle: truth.isArticle });
      });
      writeFileSync(join(folder, 'truth.jsonl'), rows.join('\n'));
      const out = await runBench('anchoring', '--json', '--alone', '--corpus', folder);
      expect(readLastLine(out)).toEqual({ bench: 'anchoring', figures, peers: {} });
      expect(out).toMatch(/chromium, \d+ quotes: recall/);
      expect(out).toMatch(/firefox, \d+ quotes: recall/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
