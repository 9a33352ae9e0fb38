/** The goals of `articles`, against the best peer of the same run. */
import type { Figures, Goal } from './benchmark.ts';

const F1 = 0.97;
/** "A third fewer wrong" than the best peer. */
const SHARE_OF_ERRORS = 2 / 3;
const CLOCK = 'isProbablyReaderable';

export function setArticleGoals(ours: Figures, peers: Record<string, Figures>): Goal[] {
  return [
    ...setVerdictGoal(ours),
    ...['title', 'author', 'date', 'site', 'site_loose'].flatMap((name) =>
      setFieldGoal(name, ours, peers),
    ),
    ...['ms_median', 'ms_cold_median'].flatMap((name) => setTimeGoal(name, ours, peers)),
  ];
}

function setVerdictGoal({ f1 = null }: Figures): Goal[] {
  if (f1 === null) return [];
  return [{ what: 'f1', wanted: `≥ ${F1}`, ours: f1.toFixed(3), met: f1 >= F1 }];
}

function setFieldGoal(name: string, ours: Figures, peers: Record<string, Figures>): Goal[] {
  const own = ours[name] ?? null;
  const [best] = Object.entries(peers)
    .flatMap(([peer, figures]) => {
      const value = figures[name] ?? null;
      return value === null ? [] : [{ peer, value }];
    })
    .sort((a, b) => b.value - a.value);
  if (own === null || best === undefined) return [];
  // Where the best peer makes no error, none may be ours.
  const share =
    best.value === 1 ? (own === 1 ? 0 : Number.POSITIVE_INFINITY) : (1 - own) / (1 - best.value);
  return [
    {
      what: name,
      wanted: `a third fewer wrong than ${best.peer} (${best.value.toFixed(3)})`,
      ours: `${own.toFixed(3)}: ${(share * 100).toFixed(0)} % of its errors`,
      met: share <= SHARE_OF_ERRORS,
    },
  ];
}

function setTimeGoal(name: string, ours: Figures, peers: Record<string, Figures>): Goal[] {
  const own = ours[name] ?? null;
  const clock = peers[CLOCK]?.[name] ?? null;
  if (own === null || clock === null) return [];
  return [
    {
      what: name,
      wanted: `≤ ${CLOCK} (${clock.toFixed(2)} ms)`,
      ours: `${own.toFixed(2)} ms`,
      met: own <= clock,
    },
  ];
}
