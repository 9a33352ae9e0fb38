/** The benchmark of the editors' queue, small: its last line is a promise to other programs. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setReviewGoals } from './review/review-goals.ts';

const BENCH = join(import.meta.dirname, 'bench.ts');

function runBench(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [BENCH, ...args], { maxBuffer: 1e7 }, (fault, out, err) =>
      fault === null ? resolve(out) : reject(new Error(err, { cause: fault })),
    );
  });
}

it('npm run bench -- review --json', { timeout: 240_000 }, async () => {
  const args = ['--rows', '2000', '--seconds', '1', '--limit', '2'];
  const out = await runBench('review', '--json', ...args);
  const { bench, figures } = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
  expect(bench).toBe('review');
  for (const name of ['first_row_ms_growth', 'filter_ms_growth', 'memory_mb']) {
    expect([name, figures[name]]).toEqual([name, expect.toSatisfy((value) => value > 0)]);
  }
  expect(figures.dropped_frames).toBeGreaterThanOrEqual(0);
  expect(figures.dropped_frames).toBeLessThanOrEqual(1);
});

it.each([
  [{ first_row_ms_growth: 1.5, filter_ms_growth: 1.5, dropped_frames: 0.05, memory_mb: 30 }, true],
  [{ first_row_ms_growth: 1.6, filter_ms_growth: 1.6, dropped_frames: 0.06, memory_mb: 31 }, false],
])('the goals for %j', (figures, met) => {
  expect(setReviewGoals(figures).map((goal) => goal.met)).toEqual([met, met, met, met]);
});
