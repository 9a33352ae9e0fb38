/** The figures of fragments, for Sic and the peer alike. */
import type { Figures } from '../benchmark.ts';
import { divide, findPercentile } from '../percentiles.ts';
import type { Trial } from './ask-for-fragments.ts';

/** Shares of all selections: one without a directive is not right, and not wrong either. */
export function scoreFragments(trials: readonly Trial[]): Figures {
  const share = (verdict: Trial['verdict']) =>
    divide(trials.filter((one) => one.verdict === verdict).length, trials.length);
  const times = trials.map(({ ms }) => ms);
  const prepared = trials.flatMap(({ msPrepared }) => msPrepared ?? []);
  return {
    fragments_right: share('right'),
    fragments_wrong: share('wrong'),
    fragments_nothing: share('nothing'),
    fragments_none: share('none'),
    fragment_ms_median: findPercentile(times, 0.5),
    fragment_ms_p95: findPercentile(times, 0.95),
    fragment_ms_max: findPercentile(times, 1),
    fragment_prepared_ms_median: findPercentile(prepared, 0.5),
    fragment_prepared_ms_p95: findPercentile(prepared, 0.95),
    selections_rows: trials.length,
    errors: trials.filter(({ verdict }) => verdict === 'failed').length,
  };
}
