/** All that is known of a cluster: what is proposed, who reported it with which words, what was decided, and where else it is. */
import type { Cluster } from '../../../platform/editors/clusters.ts';
import { useWords } from '../../../ui/words.ts';
import { ClusterHistory } from './cluster-history.tsx';
import { ClusterReports } from './cluster-reports.tsx';
import { DetailActions } from './detail-actions.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { ProposedCorrections } from './proposed-corrections.tsx';
import type { Row } from './rows.ts';
import { Sentence } from './sentence.tsx';

interface ClusterDetailsProps {
  row: Row;
  cluster: Cluster;
  id: string;
}

export function ClusterDetails({ row, cluster, id }: ClusterDetailsProps) {
  const { t } = useWords();
  return (
    <div class="details" id={id}>
      <DetailActions row={row} cluster={cluster} />
      <section>
        <h3>{t('reviewQueueContext')}</h3>
        <Sentence cluster={cluster} isWhole />
      </section>
      <ProposedCorrections row={row} cluster={cluster} />
      <ClusterReports cluster={cluster} />
      <ClusterHistory cluster={cluster} />
      <Elsewhere row={row} />
    </div>
  );
}
