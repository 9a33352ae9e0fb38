/** A row with its place among the others. It can have the focus itself, so that keys and screen readers go row by row. */
import { useId, useMemo } from 'preact/hooks';
import { useWords } from '../../../ui/words.ts';
import { ClusterRow } from './cluster-row.tsx';
import { useTools } from './queue-context.ts';
import type { Row } from './rows.ts';

/** In the drawn list, in px, and which of how many, -1 where nobody knows. */
interface DrawnPlace {
  top: number;
  height: number;
  index: number;
  size: number;
}

interface ClusterItemProps {
  row: Row;
  isCurrent: boolean;
  /** whether Tab comes to it where no row is the current one */
  isFirst?: boolean;
  /** null where rows like this are not chosen to be decided about together */
  chosen?: boolean | null;
  /** a guest stands where it stands */
  place?: DrawnPlace;
  measure?(element: HTMLElement | null): void;
}

export function ClusterItem(props: ClusterItemProps) {
  const { row, isCurrent, isFirst = false, chosen = null, place, measure } = props;
  const { t } = useWords();
  const { queue, toggleDetails, opened } = useTools();
  const id = useId();
  const content = useMemo(
    () => <ClusterRow row={row} id={id} isCurrent={isCurrent} chosen={chosen} />,
    [row, id, isCurrent, chosen],
  );
  if (place !== undefined && row.key === opened) {
    return (
      <li {...describePlace(place)} class="cluster above" {...(measure && { ref: measure })}>
        <p class="quiet">{t('reviewQueueOpenedAbove')}</p>
      </li>
    );
  }
  return (
    <li
      class={`cluster ${row.state}${chosen === true ? ' chosen' : ''}`}
      data-key={row.key}
      tabIndex={isCurrent || isFirst ? 0 : -1}
      aria-labelledby={`${id}-sentence`}
      aria-describedby={`${id}-facts`}
      aria-busy={row.deed !== null || row.cluster === null}
      {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
      {...(place === undefined ? {} : describePlace(place, row.cluster === null))}
      {...(measure && row.cluster !== null && { ref: measure })}
      onFocusIn={(event) => {
        // A row can stand in the details of another.
        event.stopPropagation();
        queue.setCurrent(row.key);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
        event.preventDefault();
        toggleDetails(row.key);
      }}
    >
      {content}
    </li>
  );
}

/** @param isEmpty whether there is nothing in it yet: what was put away keeps its height until it is there again */
function describePlace({ top, height, index, size }: DrawnPlace, isEmpty = false) {
  return {
    'data-index': index,
    'aria-posinset': index + 1,
    'aria-setsize': size,
    style: { insetBlockStart: `${top}px`, blockSize: isEmpty ? `${height}px` : '' },
  };
}
