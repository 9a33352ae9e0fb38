/** One draft. What somebody typed is not deleted without asking. */
import { useState } from 'preact/hooks';
import type { StoredDraft } from '../../model/draft.ts';
import { Change } from '../../ui/correction.tsx';
import { formatAddress } from '../../ui/web-link.tsx';
import { useWords } from '../../ui/words.ts';
import { Action, Actions } from './actions.tsx';
import { isTypedIn, readWords } from './draft-order.ts';

interface DraftItemProps {
  draft: StoredDraft;
  onContinue(): void;
  /** Gives the host that has to be agreed to first, or null. */
  onSend(): Promise<string | null>;
  onForget(): void;
}

export function DraftItem({ draft, onContinue, onSend, onForget }: DraftItemProps) {
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const about = readWords(draft);
  const send = async () => {
    // Emptied first, so that the same words are spoken again.
    setSaid('');
    const host = await onSend();
    if (host !== null) setSaid(t('popupSendAsks', { host }));
  };
  return (
    <li class="report">
      <p class="sentence" dir="auto">
        <Change exact={about} correction={draft.correction.trim()} />
      </p>
      {draft.comment.trim() !== '' && <p dir="auto">{draft.comment}</p>}
      <p class="quiet" dir="auto">
        {draft.place.title || formatAddress(draft.page)}
      </p>
      <Actions about={about} asksFirst={isTypedIn(draft)} onDelete={onForget}>
        <Action label={t('popupContinue')} about={about} onClick={onContinue} />
        <Action label={t('popupSend')} about={about} onClick={() => void send()} />
      </Actions>
      <p role="status" class="said">
        {said}
      </p>
    </li>
  );
}
