/** What readers propose to put in a mistake's place, the most frequent first; an editor can take one of them, or write their own. */
import type { Cluster } from '../../../platform/editors/clusters.ts';
import { Change } from '../../../ui/correction.tsx';
import { useWords } from '../../../ui/words.ts';
import { shorten } from './describe-told.ts';
import { useTools } from './queue-context.ts';
import type { Row } from './rows.ts';

export function ProposedCorrections({ row, cluster }: { row: Row; cluster: Cluster }) {
  const { t } = useWords();
  const { may, perform } = useTools();
  const { corrections, edited, sample } = cluster;
  // A single one is what the row shows.
  if (corrections.length < 2 && edited === null) return null;
  return (
    <section>
      <h3>{t('reviewQueueProposed')}</h3>
      <ul class="proposed">
        {edited !== null && (
          <li>
            <p class="sentence" dir="auto">
              <Change exact={sample.exact} correction={edited.correction} />
            </p>
            <span class="quiet">{t('reviewQueueEditedBy', { name: shorten(edited.editor) })}</span>
          </li>
        )}
        {corrections
          .filter(({ correction }) => correction !== edited?.correction)
          .map(({ correction, count }) => (
            <li key={correction}>
              <p class="sentence" dir="auto">
                <Change exact={sample.exact} correction={correction} />
              </p>
              <span class="quiet">{t('reviewQueueReaders', { count })}</span>
              {may.decide && !row.isGone && (
                <button
                  type="button"
                  class="plain"
                  aria-label={t('reviewQueueTakeNamed', { words: shorten(correction) })}
                  onClick={() => void perform(row.key, { kind: 'correction', text: correction })}
                >
                  {t('reviewQueueTake')}
                </button>
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}
