/** The host that a missing credit goes to; one of another site than the source's is agreed to first. */
import type { Receiver } from '../../../model/receiver.ts';
import { useWords } from '../../../ui/words.ts';

interface ReceiverFieldProps {
  /** null while it is being looked up */
  receiver: Receiver | null;
  sourceUrl: string;
  agreed: boolean;
  onAgree(agreed: boolean): void;
}

export function ReceiverField({ receiver, sourceUrl, agreed, onAgree }: ReceiverFieldProps) {
  const { t } = useWords();
  if (receiver === null) return <p class="quiet">{t('dialogLookingUp')}</p>;
  if (receiver.kind === 'none') return <p class="receiver">{t('popupCheckKept')}</p>;
  if (receiver.kind !== 'ask') {
    return <p class="receiver">{t('dialogGoesTo', { host: receiver.host })}</p>;
  }
  const page = URL.canParse(sourceUrl) ? new URL(sourceUrl).host : '';
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={agreed}
        onChange={({ currentTarget }) => onAgree(currentTarget.checked)}
      />
      <span>{t('dialogAgree', { host: receiver.host, page })}</span>
    </label>
  );
}
