/**
 * The queue: a row for each mistake, with all who reported it; found, walked and decided with the keyboard, the mouse or
 * a finger. What happens meanwhile is seen where it happens, and never moves what is being read.
 */
import { useCallback, useRef, useState } from 'preact/hooks';
import type { ReportState } from '../../../model/report.ts';
import { Announcer, useAnnouncer } from '../../../ui/announcer.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import type { PageProps } from '../page-props.ts';
import { ArrivalsButton } from './arrivals-button.tsx';
import { BatchStatus } from './batch-status.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { describeBatch } from './describe-batch.ts';
import { EmptyQueue } from './empty-queue.tsx';
import { FilterBar } from './filter-bar.tsx';
import { OpenedCluster } from './opened-cluster.tsx';
import { QueueContext, QueueStateContext } from './queue-context.ts';
import { QueueList } from './queue-list.tsx';
import { QueueStatus } from './queue-status.tsx';
import { StateTabs } from './state-tabs.tsx';
import { useKeysSetting } from './use-keys.ts';
import { useQueue } from './use-queue.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import { useQueueTools } from './use-queue-tools.ts';
import { useRowFocus } from './use-row-focus.ts';
import './queue.css';

export function QueuePage({ api, editor, sites, location, go, isShown, showKeys }: PageProps) {
  const { t } = useWords();
  const root = useRef<HTMLDivElement>(null);
  const { message, announce } = useAnnouncer();
  const [queue, state] = useQueue(api, editor.name, location);
  const [hasKeys, setKeys] = useKeysSetting();
  const [opened, setOpened] = useState<string | null>(null);
  const focusRow = useRowFocus(root, queue);
  const tools = useQueueTools({
    ...{ api, editor, sites, location, queue, announce, focusRow, hasKeys, opened },
  });
  const { showDetails } = tools;
  useQueueKeys({ tools, root, focusRow, showKeys, isOn: hasKeys && isShown });

  const onOpened = useCallback(
    (key: string | null) => {
      setOpened(key);
      if (key === null) return;
      showDetails(key);
      // It takes the focus itself: where it is listed as well, that row is on its way out.
      queue.setCurrent(key);
    },
    [queue, showDetails],
  );
  const showArrivals = async () => {
    await queue.reload();
    const [first] = queue.read().order;
    if (first !== undefined) focusRow(first);
  };
  const decideChosen = async (keys: readonly string[], to: ReportState, reason: string) => {
    await queue.decideMany(keys, { state: to, reason, dismiss: false });
    const { batch } = queue.read();
    if (batch !== null) announce(describeBatch(batch, t));
  };

  const { order, loading, failed, batch } = state;
  const { open } = location;
  return (
    <QueueContext.Provider value={tools}>
      <QueueStateContext.Provider value={state}>
        <div class="queue-page" ref={root}>
          <div class="queue-head">
            <h2>{t('reviewDeskQueue')}</h2>
            <QueueStatus
              status={state.status}
              isLoading={loading === 'list'}
              onReload={() => void queue.reload()}
            />
          </div>
          {open !== null && <OpenedCluster location={location} open={open} onOpened={onOpened} />}
          <StateTabs location={location} counts={state.counts} />
          <FilterBar location={location} go={go} />
          <ArrivalsButton arrivals={state.arrivals} onShow={() => void showArrivals()} />
          <QueueList state={state} isShown={isShown} />
          {failed !== null && (
            <div class="trouble bad" role="alert">
              <p>{describeFailure(failed, t)}</p>
              <button
                type="button"
                onClick={() => void (order.length > 0 ? queue.loadMore() : queue.reload())}
              >
                {t('reviewAgain')}
              </button>
            </div>
          )}
          {(loading === 'more' || (loading === 'list' && order.length === 0)) && (
            <p class="quiet loading">{t('reviewLoading')}</p>
          )}
          {loading === null && failed === null && order.length === 0 && (
            <EmptyQueue location={location} />
          )}
          <div class="dock">
            {batch !== null && <BatchStatus batch={batch} canUndo={state.canUndo} />}
            <BulkBar
              state={state}
              onDecide={(keys, to, reason) => void decideChosen(keys, to, reason)}
            />
          </div>
          <footer>
            <Switch checked={hasKeys} onChange={setKeys}>
              {t('reviewKeys')}
            </Switch>
          </footer>
          <Announcer message={message} />
        </div>
      </QueueStateContext.Provider>
    </QueueContext.Provider>
  );
}
