/**
 * How each state is painted: by colour and, so that nothing rests on it, by pattern. What has been agreed to is green,
 * striped until it is done; what has been refused is crossed or dotted.
 */
import { REPORT_STATES, type ReportState } from '../../../model/report.ts';
import { STATE_NAMES } from '../../../ui/report-states.ts';
import { useWords } from '../../../ui/words.ts';

/** From the foot of a pile up: what is done first. */
export const PILE: readonly ReportState[] = ['fixed', 'accepted', 'new', 'rejected', 'spam'];
const PATTERNED: readonly ReportState[] = ['accepted', 'rejected', 'spam'];

/** @returns what a shape needs to be painted as its state is; `StateFills` has to be in the document */
export function paintState(state: ReportState) {
  const isPatterned = PATTERNED.includes(state);
  return { class: `paint ${state}`, ...(isPatterned ? { fill: `url(#figures-${state})` } : {}) };
}

/** The patterns, once for all pictures of the page. */
export function StateFills() {
  return (
    <svg class="state-fills" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="figures-accepted"
          {...{ width: 6, height: 6, patternUnits: 'userSpaceOnUse' }}
          patternTransform="rotate(45)"
        >
          <rect class="ground" width="6" height="6" />
          <rect class="ink accepted" width="3" height="6" />
        </pattern>
        <pattern id="figures-rejected" {...{ width: 6, height: 6, patternUnits: 'userSpaceOnUse' }}>
          <rect class="ground" width="6" height="6" />
          <path class="line rejected" d="M0 0L6 6M6 0L0 6" />
        </pattern>
        <pattern id="figures-spam" {...{ width: 5, height: 5, patternUnits: 'userSpaceOnUse' }}>
          <rect class="ground" width="5" height="5" />
          <circle class="ink spam" cx="2.5" cy="2.5" r="1.25" />
        </pattern>
      </defs>
    </svg>
  );
}

/** Which paint is which state. */
export function StateLegend() {
  const { t } = useWords();
  return (
    <ul class="legend">
      {REPORT_STATES.map((state) => (
        <li key={state}>
          <svg width="18" height="14" aria-hidden="true" focusable="false">
            <rect x="0.5" y="0.5" width="17" height="13" {...paintState(state)} />
          </svg>
          {t(STATE_NAMES[state])}
        </li>
      ))}
    </ul>
  );
}
