/** Words that are no mistake: with the reason that readers are given, and who said so. */
import type { Dismissal } from '../../../platform/editors/dismissals.ts';
import { useWords } from '../../../ui/words.ts';
import { Age } from './age.tsx';
import { EditableEntry, type EntryDeeds } from './editable-entry.tsx';
import { LONGEST_REASON } from './longest.ts';
import type { Listed } from './use-kept-list.ts';

interface DismissalRowProps extends EntryDeeds {
  item: Listed<Dismissal>;
  /** epoch ms */
  now: number;
  mayEdit: boolean;
}

export function DismissalRow({ item, now, mayEdit, ...deeds }: DismissalRowProps) {
  const { t } = useWords();
  const { words, reason, site, editor, at } = item;
  return (
    <EditableEntry
      about={words}
      text={reason}
      most={LONGEST_REASON}
      isOptional={true}
      isGone={item.isGone}
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
      {...deeds}
    >
      <p class="quoted" dir="auto">
        {words}
      </p>
    </EditableEntry>
  );
}
