/** What stands in a row: the change in its sentence, what is known of it, what can be decided, and what is opened of it. */
import { useWords } from '../../../ui/words.ts';
import { ClusterDetails } from './cluster-details.tsx';
import { CorrectForm } from './correct-form.tsx';
import { ElsewhereNotice } from './elsewhere-notice.tsx';
import { NoteForm } from './note-form.tsx';
import { useTools } from './queue-context.ts';
import { RejectForm } from './reject-form.tsx';
import { RowDecisions } from './row-decisions.tsx';
import { RowFacts } from './row-facts.tsx';
import { RowTrouble } from './row-trouble.tsx';
import type { Row } from './rows.ts';
import { Sentence } from './sentence.tsx';
import { isSighted, Sighted } from './sighted.tsx';

interface ClusterRowProps {
  row: Row;
  /** prefix of the ids of its parts */
  id: string;
  isCurrent: boolean;
  chosen: boolean | null;
}

export function ClusterRow({ row, id, isCurrent, chosen }: ClusterRowProps) {
  const { t } = useWords();
  const { queue, panel, expanded } = useTools();
  const { cluster, key } = row;
  if (cluster === null) return <p class="quiet">{t('reviewLoading')}</p>;
  const { comment } = cluster.sample;
  // The details have them all.
  const hasComment = comment !== '' && !expanded.has(key);
  const open = panel?.key === key ? panel.kind : null;
  return (
    <>
      {chosen !== null && (
        <label class="choose">
          <input
            type="checkbox"
            checked={chosen}
            aria-label={t('reviewQueueChoose')}
            aria-describedby={`${id}-sentence`}
            onClick={(event) => {
              if (event.shiftKey) queue.selection.extend(key);
              else queue.selection.toggle(key);
            }}
          />
        </label>
      )}
      <Sentence cluster={cluster} id={`${id}-sentence`} />
      <RowFacts row={row} cluster={cluster} id={`${id}-facts`} />
      {(hasComment || isSighted(cluster.sightings)) && (
        <div class="said">
          {hasComment && (
            <p class="comment" dir="auto">
              <span class="unseen" dir="auto">
                {t('dialogComment')}:{' '}
              </span>
              {comment}
            </p>
          )}
          <Sighted {...cluster.sightings} />
        </div>
      )}
      <RowDecisions row={row} id={id} isCurrent={isCurrent} />
      <div class="more">
        <RowTrouble row={row} />
        {open === 'reject' && <RejectForm row={row} cluster={cluster} />}
        {open === 'correct' && <CorrectForm row={row} cluster={cluster} />}
        {open === 'note' && <NoteForm row={row} cluster={cluster} />}
        {row.state === 'accepted' && queue.canUndoRow(key) && <ElsewhereNotice row={row} />}
        {expanded.has(key) && <ClusterDetails row={row} cluster={cluster} id={`${id}-details`} />}
      </div>
    </>
  );
}
