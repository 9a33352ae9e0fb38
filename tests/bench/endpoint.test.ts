/** The benchmark as it is called: its last line is a promise to other programs. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setEndpointGoals } from './endpoint/endpoint-goals.ts';
import { createReportMaker } from './endpoint/make-reports.ts';
import { createRowMaker } from './endpoint/make-rows.ts';

const BENCH = join(import.meta.dirname, 'bench.ts');
const some = expect.toSatisfy((value) => value > 0);
/** What the system does not tell. */
const mb = expect.toSatisfy((value) => value === null || value > 0);

function runBench(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [BENCH, ...args], { maxBuffer: 1e7 }, (fault, out, err) =>
      fault === null ? resolve(out) : reject(new Error(err, { cause: fault })),
    );
  });
}

describe('npm run bench --', () => {
  it('endpoint --json', { timeout: 240_000 }, async () => {
    const args = ['--rows', '2000', '--seconds', '2', '--limit', '2', '--store', 'sqlite'];
    const out = await runBench('endpoint', '--json', ...args);
    expect(out).not.toMatch(/not as expected/);
    const answers = { per_s: some, p50_ms: some, p95_ms: some, p99_ms: some };
    expect(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')).toEqual({
      bench: 'endpoint',
      figures: {
        ...answers,
        rate_of_bare: some,
        p99_over_median: expect.toSatisfy((value) => value >= 1),
        ...{ memory_mb: mb, memory_peak_mb: mb, memory_start_mb: mb },
        ...{ first_page_growth: some, first_page_ms: some },
        ...{ clusters_growth: some, clusters_ms: some },
      },
      peers: {
        'bare loop, better-sqlite3': { per_s: some },
        'bare Fastify, beside better-sqlite3': answers,
      },
    });
  });
});

describe('what is posted', () => {
  const { make } = createReportMaker(1);
  const reports = Array.from({ length: 500 }, () => make());

  it('is as long as readers’ reports are', () => {
    const bytes = reports.map((report) => Buffer.byteLength(JSON.stringify(report)));
    const mean = bytes.reduce((sum, length) => sum + length, 0) / bytes.length;
    expect(mean).toBeGreaterThan(1_600);
    expect(mean).toBeLessThan(2_000);
  });

  it('is a report each, of several sites, and several of one place', () => {
    const makeRow = createRowMaker(1);
    const rows = reports.map(makeRow);
    const count = (column: keyof (typeof rows)[number]) =>
      new Set(rows.map((row) => row[column])).size;
    expect([count('canonical'), count('segment'), count('changed')]).toEqual([500, 500, 500]);
    expect(count('site')).toBe(5);
    expect(count('place')).toBeGreaterThan(100);
    expect(count('place')).toBeLessThan(300);
    expect(count('article')).toBeLessThan(count('place'));
  });
});

it.each([
  [{ rate_of_bare: 0.7, p99_over_median: 4.99, memory_mb: 149, first_page_growth: 1.5 }, true],
  [{ rate_of_bare: 0.69, p99_over_median: 5, memory_mb: 150, first_page_growth: 1.51 }, false],
])('the goals for %j', (figures, met) => {
  expect(setEndpointGoals(figures).map((goal) => goal.met)).toEqual([met, met, met, met]);
});
