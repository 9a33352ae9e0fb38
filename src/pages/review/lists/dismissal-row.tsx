/** Words that are no mistake: with the reason that readers are given, and who said so. */
import { useWords } from '../../../ui/words.ts';
import { Age } from './age.tsx';
import { EditableEntry } from './editable-entry.tsx';
import { LONGEST_REASON } from './longest.ts';
import type { ListedDismissal } from './use-dismissals.ts';

interface DismissalRowProps {
  item: ListedDismissal;
  /** epoch ms */
  now: number;
  mayEdit: boolean;
  /** Each gives back what is wrong, or '' when it is done. */
  onReason(reason: string): Promise<string>;
  onRemove(): Promise<string>;
  onRestore(): Promise<string>;
}

export function DismissalRow({ item, now, mayEdit, ...act }: DismissalRowProps) {
  const { t } = useWords();
  const { words, reason, site, editor, at } = item;
  return (
    <EditableEntry
      about={words}
      text={reason}
      most={LONGEST_REASON}
      isOptional={true}
      isGone={item.isRemoved}
      mayEdit={mayEdit}
      words={{
        text: t('reviewReason'),
        hint: t('reviewListsReasonHint'),
        edit: t('reviewListsEditReason'),
        take: t('optionsRemove'),
        gone: t('reviewListsRemoved'),
      }}
      facts={
        <>
          <bdi>{site}</bdi>
          <bdi>{editor}</bdi>
          <Age at={at} now={now} />
        </>
      }
      onText={act.onReason}
      onTake={act.onRemove}
      onPutBack={act.onRestore}
    >
      <p class="quoted" dir="auto">
        {words}
      </p>
    </EditableEntry>
  );
}
