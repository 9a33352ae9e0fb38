/** The goals of `anchoring`: all at once, and the time against that of the peer in the same run. */
import type { Figures, Goal } from '../benchmark.ts';

const SHARE_OF_TIME = 0.1;

const SHARES = [
  { what: 'recall', least: 0.995 },
  { what: 'wrong', most: 0.001 },
  { what: 'false_found', most: 0.01 },
  { what: 'fixed', least: 0.97 },
] as const;

export function setAnchoringGoals(ours: Figures, peer: Figures | undefined): Goal[] {
  const shares = SHARES.flatMap((goal) => {
    const own = ours[goal.what] ?? null;
    if (own === null) return [];
    const met = 'least' in goal ? own >= goal.least : own <= goal.most;
    const wanted = 'least' in goal ? `≥ ${goal.least}` : `≤ ${goal.most}`;
    return [{ what: goal.what, wanted, ours: own.toFixed(4), met }];
  });
  const [own, theirs] = [ours['ms_100'] ?? null, peer?.['ms_100'] ?? null];
  if (own === null || theirs === null) return shares;
  const time = {
    what: 'ms_100',
    wanted: `≤ a tenth of hypothesis's (${theirs.toFixed(0)} ms)`,
    ours: `${own.toFixed(1)}, which is ${(own / theirs).toFixed(4)} of it`,
    met: own <= theirs * SHARE_OF_TIME,
  };
  return [...shares, time];
}
