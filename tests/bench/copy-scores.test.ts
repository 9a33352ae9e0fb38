import { describe, expect, it } from 'vitest';
import type { Trial } from './copy/ask-for-fragments.ts';
import { setCopyGoals } from './copy/copy-goals.ts';
import { scoreCopies } from './copy/score-copies.ts';
import { scoreFragments } from './copy/score-fragments.ts';
import type { CopyTime } from './copy/time-copies.ts';

const trial = (verdict: Trial['verdict'], ms = 1, msPrepared: number | null = null): Trial => ({
  page: 'p',
  kind: 'words',
  text: 'text',
  directive: 'text',
  ms,
  msPrepared,
  verdict,
  why: '',
});

describe('scoreFragments', () => {
  it('counts what is not given as not right, and not as wrong', () => {
    const trials = (['right', 'right', 'none', 'wrong', 'nothing', 'failed'] as const).map((one) =>
      trial(one),
    );
    expect(scoreFragments(trials)).toMatchObject({
      fragments_right: 2 / 6,
      fragments_wrong: 1 / 6,
      fragments_none: 1 / 6,
      fragments_nothing: 1 / 6,
      errors: 1,
      selections_rows: 6,
    });
  });

  it('times all of them, and apart from these what was prepared', () => {
    const trials = [trial('right', 4, 1), trial('none', 2, 3), trial('failed', 9)];
    expect(scoreFragments(trials)).toMatchObject({
      fragment_ms_median: 4,
      fragment_ms_max: 9,
      fragment_prepared_ms_median: 1,
    });
  });

  it('has no share of nothing', () => {
    expect(scoreFragments([])).toMatchObject({ fragments_right: null, fragment_ms_median: null });
  });
});

describe('scoreCopies', () => {
  const time = (
    mode: CopyTime['mode'],
    ms: number,
    size: CopyTime['size'] = 'large',
  ): CopyTime => ({
    mode,
    size,
    ms,
    wall: ms * 2,
  });

  it('tells what is added to the same percentile of the own copies', () => {
    const times = [
      ...[10, 12, 20].map((ms) => time('own', ms)),
      ...[15, 18, 27].map((ms) => time('source', ms)),
      ...[16, 20, 30].map((ms) => time('deep', ms)),
      time('own', 2, 'small'),
      time('source', 3, 'small'),
    ];
    expect(scoreCopies(times)).toMatchObject({
      copy_ms_p95: 7,
      copy_ms_median: 6,
      copy_deep_ms_p95: 10,
      copy_ratio: 1.5,
      copy_small_ms_p95: 1,
      copy_small_ratio: 1.5,
      copy_wall_ms_median: 12,
    });
  });

  it('has no figures where nothing was timed', () => {
    expect(scoreCopies([])).toMatchObject({ copy_ms_p95: null, copy_ratio: null });
  });
});

describe('setCopyGoals', () => {
  const met = (ours: Record<string, number>, peer?: Record<string, number>) =>
    Object.fromEntries(setCopyGoals(ours, peer).map(({ what, met }) => [what, met]));

  it('are met by figures at the bounds, and not beyond', () => {
    const at = {
      fragments_right: 0.97,
      fragments_wrong: 0,
      fragment_ms_median: 5,
      copy_ms_p95: 16,
    };
    expect(Object.values(met(at, { fragment_ms_median: 50 }))).toEqual([true, true, true, true]);
    const beyond = {
      fragments_right: 0.969,
      fragments_wrong: 0.001,
      fragment_ms_median: 5.1,
      copy_ms_p95: 16.1,
    };
    expect(Object.values(met(beyond, { fragment_ms_median: 50 }))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('are none for what was not measured', () => {
    expect(met({ fragment_ms_median: 1 })).toEqual({});
  });
});
