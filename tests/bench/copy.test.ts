import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const BENCH = join(import.meta.dirname, 'bench.ts');
const share = expect.toSatisfy((value) => value >= 0 && value <= 1);
const ms = expect.toSatisfy((value) => value >= 0);
/** What is added may be less than nothing where the machine is busy; null where no extension is built. */
const added = expect.toSatisfy((value) => value === null || Number.isFinite(value));

function runBench(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [BENCH, ...args], { maxBuffer: 1e7 }, (fault, out, err) =>
      fault === null ? resolve(out) : reject(new Error(err, { cause: fault })),
    );
  });
}

describe('npm run bench --', () => {
  it('copy --json', { timeout: 240_000 }, async () => {
    const out = await runBench('copy', '--json', '--seed', '3', '--limit', '2');
    const fragments = {
      fragments_right: share,
      fragments_wrong: 0,
      fragments_nothing: share,
      fragments_none: share,
      fragment_ms_median: ms,
      fragment_ms_p95: ms,
      fragment_ms_max: ms,
      selections_rows: 2,
      errors: 0,
    };
    expect(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')).toEqual({
      bench: 'copy',
      figures: {
        ...fragments,
        fragment_prepared_ms_median: ms,
        fragment_prepared_ms_p95: ms,
        copy_ms_p95: added,
        copy_ms_median: added,
        copy_deep_ms_p95: added,
        copy_deep_ms_median: added,
        copy_small_ms_p95: added,
        copy_small_deep_ms_p95: added,
        copy_own_ms_median: added,
        copy_own_ms_p95: added,
        copy_wall_ms_median: added,
        copy_ratio: added,
        copy_small_ratio: added,
        copies_rows: expect.any(Number),
      },
      peers: {
        'text-fragments-polyfill': {
          ...fragments,
          fragments_wrong: share,
          fragment_prepared_ms_median: null,
          fragment_prepared_ms_p95: null,
        },
      },
    });
  });
});
