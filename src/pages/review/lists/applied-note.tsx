/**
 * What became of words that were put on the list: how many reports were rejected with them, and whether all were
 * looked at. The endpoint looks at so many at a time; what it has rejected is not in its way the next time.
 */
import { useRef, useState } from 'preact/hooks';
import type { Outcome } from '../../../platform/editors/ask-endpoint.ts';
import { ANY_CLUSTER } from '../../../platform/editors/clusters.ts';
import type { Dismissed } from '../../../platform/editors/dismissals.ts';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { startPage, writeLocation } from '../location.ts';
import type { NewDismissal } from './use-dismissals.ts';

interface AppliedNoteProps {
  asked: NewDismissal;
  added: Dismissed;
  onGoOn(asked: NewDismissal): Promise<Outcome<Dismissed>>;
}

export function AppliedNote({ asked, added, onGoOn }: AppliedNoteProps) {
  const { t } = useWords();
  const [total, setTotal] = useState(added.rejected);
  const [reach, setReach] = useState(() => readReach(added));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const note = useRef<HTMLDivElement>(null);

  const goOn = async () => {
    if (busy) return;
    setBusy(true);
    setFailure('');
    const answer = await onGoOn(asked);
    setBusy(false);
    if (!answer.ok) return setFailure(describeFailure(answer, t));
    setTotal((held) => held + answer.value.rejected);
    const next = readReach(answer.value);
    setReach(next);
    // The button goes.
    if (next !== 'partly') note.current?.focus();
  };
  return (
    <div class="outcome" ref={note} tabIndex={-1}>
      <p>
        {t('reviewListsAdded')} <bdi>{added.dismissal.words}</bdi>
      </p>
      {asked.apply && <p>{t('reviewListsRejected', { count: total })}</p>}
      {reach === 'partly' && (
        <>
          <p>{t('reviewListsPartly')}</p>
          <p>
            <button type="button" aria-disabled={busy} onClick={() => void goOn()}>
              {t(busy ? 'reviewListsGoingOn' : 'reviewListsGoOn')}
            </button>
          </p>
        </>
      )}
      {reach === 'stuck' && (
        <p>
          {t('reviewListsStuck')} <a href={linkToRest(asked)}>{t('reviewListsStuckLink')}</a>
        </p>
      )}
      {failure !== '' && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}

/** stuck: a look that was not at all has found none, and another would not either */
function readReach({ isComplete, rejected }: Dismissed): 'whole' | 'partly' | 'stuck' {
  return isComplete ? 'whole' : rejected > 0 ? 'partly' : 'stuck';
}

function linkToRest({ words, site }: NewDismissal): string {
  const filter = { ...ANY_CLUSTER, state: 'new' as const, site, search: words };
  return writeLocation({ ...startPage('queue'), filter });
}
