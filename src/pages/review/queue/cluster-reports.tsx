/** The reports of a cluster, the newest first, with what their readers said. */
import { useCallback } from 'preact/hooks';
import { nameKind } from '../../../model/kind-names.ts';
import type { Cluster } from '../../../platform/editors/clusters.ts';
import type { ReviewItem } from '../../../platform/editors/reports.ts';
import { Change } from '../../../ui/correction.tsx';
import { STATE_NAMES } from '../../../ui/report-states.ts';
import { useWords } from '../../../ui/words.ts';
import { Age } from '../lists/age.tsx';
import { PagedItems } from '../lists/paged-items.tsx';
import { usePagedList } from '../lists/use-paged-list.ts';
import { useTools } from './queue-context.ts';
import { readProposed } from './read-proposed.ts';

export function ClusterReports({ cluster }: { cluster: Cluster }) {
  const { t } = useWords();
  const { api, announce } = useTools();
  const { place, site, reports } = cluster;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another number of reports it is another list
  const load = useCallback(
    (after: string | null) => api.clusters.listReports({ place, site }, { after, limit: 20 }),
    [api, place, site, reports],
  );
  const list = usePagedList(load, ({ canonical }) => canonical);
  return (
    <section>
      <h3>{t('reviewQueueReports', { count: reports })}</h3>
      <PagedItems
        list={list}
        label={t('reviewQueueReports', { count: reports })}
        empty={t('reviewEmpty')}
        announce={announce}
      >
        {(item) => <ReportItem key={item.canonical} item={item} cluster={cluster} />}
      </PagedItems>
    </section>
  );
}

function ReportItem({ item, cluster }: { item: ReviewItem; cluster: Cluster }) {
  const { t } = useWords();
  const { now } = useTools();
  return (
    <li class="report" tabIndex={-1}>
      <p class="facts">
        <Age at={item.receivedAt} now={now} />
        {item.state !== cluster.state && (
          <span class={`badge ${item.state}`}>{t(STATE_NAMES[item.state])}</span>
        )}
        {item.kind !== cluster.kind && (
          <span dir="auto">{nameKind(item.kind, t) || item.kind}</span>
        )}
        {item.correction !== readProposed(cluster) && (
          <span class="sentence" dir="auto">
            <Change exact={item.exact} correction={item.correction} />
          </span>
        )}
      </p>
      {item.comment !== '' && (
        <p class="comment" dir="auto">
          <span class="unseen" dir="auto">
            {t('dialogComment')}:{' '}
          </span>
          {item.comment}
        </p>
      )}
    </li>
  );
}
