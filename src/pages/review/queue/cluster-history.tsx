/** Who decided what about a cluster, as its shown report tells it. */
import { useEffect, useState } from 'preact/hooks';
import type { Outcome } from '../../../platform/editors/ask-endpoint.ts';
import type { Cluster } from '../../../platform/editors/clusters.ts';
import type { Decision } from '../../../platform/editors/reports.ts';
import { STATE_NAMES } from '../../../ui/report-states.ts';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { Age } from '../lists/age.tsx';
import { useTools } from './queue-context.ts';

export function ClusterHistory({ cluster }: { cluster: Cluster }) {
  const { t } = useWords();
  const { now } = useTools();
  const answer = useDecisions(cluster);
  if (answer === null) return null;
  if (!answer.ok) return <p class="error">{describeFailure(answer, t)}</p>;
  if (answer.value.length === 0) return null;
  return (
    <section>
      <h3>{t('reviewQueueHistory')}</h3>
      <ol class="history">
        {answer.value.map(({ version, at, editor, to, reason }) => (
          <li key={version}>
            <span class={`badge ${to}`}>{t(STATE_NAMES[to])}</span>{' '}
            <bdi>{editor === '' ? t('reviewQueueBySight') : editor}</bdi> <Age at={at} now={now} />
            {reason !== '' && (
              <span class="reason" dir="auto">
                {t('reviewReasonGiven', { reason })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was read stays until it is read anew, so that nothing moves meanwhile. */
function useDecisions({ sample, site, etag }: Cluster): Outcome<Decision[]> | null {
  const { api } = useTools();
  const [answer, setAnswer] = useState<Outcome<Decision[]> | null>(null);
  const { canonical } = sample;
  const host = sample.site || site;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another version there is more to tell
  useEffect(() => {
    let isLatest = true;
    void api.reports.listDecisions(canonical, host).then((told) => {
      if (isLatest) setAnswer(told);
    });
    return () => {
      isLatest = false;
    };
  }, [api, canonical, host, etag]);
  return answer;
}
