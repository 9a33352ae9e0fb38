/** The site's other open clusters with the same words, each to be accepted here, or all at once. */
import { useEffect } from 'preact/hooks';
import { canMove } from '../../../model/report.ts';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { startPage, writeLocation } from '../location.ts';
import { useQueueState, useTools } from './queue-context.ts';
import { RowFacts } from './row-facts.tsx';
import { RowTrouble } from './row-trouble.tsx';
import { nameRow, type Row } from './rows.ts';
import { Sentence } from './sentence.tsx';
import { useElsewhere } from './use-elsewhere.ts';

/** Fewer are accepted one by one. */
const FEW = 2;

export function Elsewhere({ row }: { row: Row }) {
  const { t } = useWords();
  const { queue, may } = useTools();
  const { rows } = useQueueState();
  const { items, more, failed, loading, loadMore } = useElsewhere(row, true);
  const held = items.flatMap((item) => rows.get(nameRow(item)) ?? []);
  const open = held.filter(({ state, isGone }) => !isGone && canMove(state, 'accepted'));
  const acceptAll = () => {
    const verdict = { state: 'accepted' as const, reason: '', dismiss: false };
    const chosen = open.map(({ key }) => key);
    void queue.decideMany(chosen, verdict);
  };
  if (held.length === 0 && failed === null) return null;
  return (
    <section>
      <h3>
        {t(more ? 'reviewQueueElsewhereOver' : 'reviewQueueElsewhere', { count: held.length })}
      </h3>
      {may.decide && open.length >= FEW && (
        <p>
          <button type="button" onClick={acceptAll}>
            {t('reviewQueueElsewhereAccept', { count: open.length })}
          </button>
        </p>
      )}
      <ul class="guests">
        {held.map((one) => (
          <Guest key={one.key} row={one} />
        ))}
      </ul>
      {failed !== null && <p class="error">{describeFailure(failed, t)}</p>}
      {(more || failed !== null) && (
        <button type="button" aria-disabled={loading} onClick={loadMore}>
          {failed === null ? t('reviewMore') : t('reviewAgain')}
        </button>
      )}
    </section>
  );
}

function Guest({ row }: { row: Row }) {
  const { t } = useWords();
  const { queue, may, move, undoRow } = useTools();
  const { key, cluster, state, deed } = row;
  useEffect(() => queue.watch(key), [queue, key]);
  if (cluster === null) return null;
  const { canonical, site } = cluster.sample;
  const open = { canonical, site: site || cluster.site };
  return (
    <li class="guest">
      <Sentence cluster={cluster} />
      <RowFacts row={row} cluster={cluster} />
      <div class="decisions">
        {may.decide && !row.isGone && canMove(state, 'accepted') && (
          <button
            type="button"
            aria-disabled={deed !== null}
            onClick={() => void move(key, 'accepted')}
          >
            {t('reviewAccept')}
          </button>
        )}
        {queue.canUndoRow(key) && (
          <button type="button" aria-disabled={deed !== null} onClick={() => void undoRow(key)}>
            {t('reviewUndo')}
          </button>
        )}
        <a href={writeLocation({ ...startPage('queue'), open })}>{t('reviewQueueOpenHere')}</a>
      </div>
      <RowTrouble row={row} />
    </li>
  );
}
