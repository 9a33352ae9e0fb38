/** The states as links, each with how many clusters are in it, up to where nobody counts on. */
import { REPORT_STATES, type ReportState } from '../../../model/report.ts';
import type { ClusterCounts } from '../../../platform/editors/clusters.ts';
import { STATE_NAMES } from '../../../ui/report-states.ts';
import { useWords } from '../../../ui/words.ts';
import { type DeskLocation, writeLocation } from '../location.ts';

interface StateTabsProps {
  location: DeskLocation;
  counts: ClusterCounts | null;
}

/** In the order in which they are looked at. */
const ORDER: readonly (ReportState | null)[] = [
  ...REPORT_STATES.toSorted((one, other) => rank(one) - rank(other)),
  null,
];

export function StateTabs({ location, counts }: StateTabsProps) {
  const { t, locale } = useWords();
  const { filter } = location;
  const number = new Intl.NumberFormat(locale);
  const count = (state: ReportState) => {
    if (counts === null) return '';
    const known = counts.counts[state];
    return known >= counts.most ? `${number.format(counts.most - 1)}+` : number.format(known);
  };
  return (
    <nav class="state-tabs" aria-label={t('reviewFilter')}>
      <ul>
        {ORDER.map((state) => (
          <li key={state}>
            <a
              class={state ?? 'any'}
              href={writeLocation({ ...location, filter: { ...filter, state }, open: null })}
              {...(state === filter.state ? { 'aria-current': 'true' as const } : {})}
            >
              {state === null ? t('reviewQueueAll') : t(STATE_NAMES[state])}
              {state !== null && <span class="count">{count(state)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What has been accepted waits to be fixed: it comes before what has been rejected. */
function rank(state: ReportState): number {
  return ['new', 'accepted', 'fixed', 'rejected', 'spam'].indexOf(state);
}
