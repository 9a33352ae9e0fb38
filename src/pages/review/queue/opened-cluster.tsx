/** The report that a link in a mail or a chat is about: it stands above the list, opened, whatever the list shows. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failed } from '../../../platform/editors/ask-endpoint.ts';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { type DeskLocation, writeLocation } from '../location.ts';
import { ClusterItem } from './cluster-item.tsx';
import { useQueueState, useTools } from './queue-context.ts';

interface OpenedClusterProps {
  location: DeskLocation;
  open: NonNullable<DeskLocation['open']>;
  /** It is there, and has this key. */
  onOpened(key: string | null): void;
}

export function OpenedCluster({ location, open, onOpened }: OpenedClusterProps) {
  const { t } = useWords();
  const { api, queue } = useTools();
  const { rows, current } = useQueueState();
  const [found, setFound] = useState<{ key: string } | Failed | null>(null);
  const { canonical, site } = open;
  const list = useRef<HTMLUListElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each report
  useEffect(() => {
    let isLatest = true;
    setFound(null);
    const load = async () => {
      const report = await api.reports.read(canonical, site);
      if (!report.ok) return report;
      const { place, site: own } = report.value;
      return queue.fetch({ place, site: own || site });
    };
    void load().then((answer) => {
      if (!isLatest) return;
      setFound(answer.ok ? { key: answer.value } : answer);
      onOpened(answer.ok ? answer.value : null);
    });
    return () => {
      isLatest = false;
      onOpened(null);
    };
  }, [api, queue, canonical, site]);

  const key = found !== null && 'key' in found ? found.key : null;
  useEffect(() => (key === null ? undefined : queue.watch(key)), [queue, key]);
  const row = key === null ? undefined : rows.get(key);
  const isThere = row !== undefined;
  useLayoutEffect(() => {
    if (isThere) list.current?.querySelector('li')?.focus();
  }, [isThere]);
  return (
    <section class="opened" aria-label={t('reviewQueueOpened')}>
      <div class="opened-head">
        <h3>{t('reviewQueueOpened')}</h3>
        <a href={writeLocation({ ...location, open: null })}>{t('reviewQueueWhole')}</a>
      </div>
      {found === null && <p class="quiet">{t('reviewLoading')}</p>}
      {found !== null && 'failure' in found && (
        <p role="alert" class="error">
          {found.failure === 'gone' ? t('reviewQueueOpenedGone') : describeFailure(found, t)}
        </p>
      )}
      {row !== undefined && (
        <ul class="clusters-above" ref={list}>
          <ClusterItem row={row} isCurrent={row.key === current} />
        </ul>
      )}
    </section>
  );
}
