/** Why something is rejected; what was said before in this session can be said again with one click. */
import { useWords } from '../../../ui/words.ts';
import { LONGEST_REASON } from '../lists/longest.ts';
import { shorten } from './describe-told.ts';
import { TextArea } from './text-area.tsx';

interface ReasonFieldProps {
  value: string;
  reasons: readonly string[];
  onInput(value: string): void;
}

export function ReasonField({ value, reasons, onInput }: ReasonFieldProps) {
  const { t } = useWords();
  return (
    <>
      <TextArea
        label={t('reviewReason')}
        hint={t('reviewQueueReasonHint')}
        value={value}
        most={LONGEST_REASON}
        onInput={onInput}
      />
      {reasons.length > 0 && (
        <ul class="reasons" aria-label={t('reviewQueueReasons')}>
          {reasons.map((reason) => (
            <li key={reason}>
              <button type="button" class="chip" dir="auto" onClick={() => onInput(reason)}>
                {shorten(reason)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
