/** The listed rows: of however many there are, those near the view are drawn. Scrolled to its end, it loads what follows. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { STATE_NAMES } from '../../../ui/report-states.ts';
import { useWords } from '../../../ui/words.ts';
import { ClusterItem } from './cluster-item.tsx';
import { useTools } from './queue-context.ts';
import type { QueueState } from './queue-state.ts';
import { useRowWindow } from './use-row-window.ts';

interface QueueListProps {
  state: QueueState;
  isShown: boolean;
}

/** Rows from the end at which the next page is asked for. */
const AHEAD = 15;
/** px that are left above the first row. */
const ABOVE = 64;

export function QueueList({ state, isShown }: QueueListProps) {
  const { t } = useWords();
  const { queue, location, panel, expanded } = useTools();
  const { order, rows, current, selected, hasMore, loading, failed } = state;
  const list = useRef<HTMLOListElement>(null);

  const pinned = [...new Set([current, panel?.key, ...expanded])]
    .map((key) => queue.indexOf(key ?? ''))
    .filter((index) => index !== -1)
    .sort((one, other) => one - other);
  const { items, total, margin, middle, measure, scrollTo } = useRowWindow({
    ...{ list, order, pinned, isShown },
  });
  const last = items.at(-1)?.index ?? -1;
  const drawn = items.map(({ index }) => order[index] ?? '');
  const drawnKey = drawn.join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another array may say the same
  useEffect(() => queue.look(drawn, middle), [queue, drawnKey, middle]);
  useEffect(() => {
    const isNear = last >= order.length - AHEAD;
    if (isShown && hasMore && isNear && loading === null && failed === null) void queue.loadMore();
  }, [queue, isShown, hasMore, last, order, loading, failed]);
  useScrollToStart(order, margin, scrollTo);

  const name = location.filter.state;
  return (
    <ol
      class="clusters"
      // biome-ignore lint/a11y/noRedundantRoles: a list without markers is none to some browsers
      role="list"
      ref={list}
      aria-label={name === null ? t('reviewQueueAll') : t(STATE_NAMES[name])}
      aria-busy={loading !== null}
      style={{ blockSize: `${total}px` }}
    >
      {items.map(({ index, start, size: height }) => {
        const row = rows.get(order[index] ?? '');
        return (
          row !== undefined && (
            <ClusterItem
              key={row.key}
              row={row}
              isCurrent={row.key === current}
              isFirst={current === null && index === 0}
              chosen={selected.has(row.key)}
              place={{ top: start - margin, height, index, size: hasMore ? -1 : order.length }}
              measure={measure}
            />
          )
        );
      })}
    </ol>
  );
}

/** A list that is begun anew is read from its beginning. */
function useScrollToStart(
  order: readonly string[],
  margin: number,
  scrollTo: (offset: number) => void,
): void {
  const before = useRef(order);
  useLayoutEffect(() => {
    const held = before.current;
    before.current = order;
    const isGrown = order.length >= held.length && order[held.length - 1] === held.at(-1);
    const isSame = isGrown && order[0] === held[0];
    if (held.length === 0 || order === held || isSame || window.scrollY <= margin) return;
    scrollTo(Math.max(0, margin - ABOVE));
  }, [order, margin, scrollTo]);
}
