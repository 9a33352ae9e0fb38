/** One published correction: what was changed in which article, and what readers are told of it. */
import type { Cluster } from '../../../platform/editors/clusters.ts';
import type { Note } from '../../../platform/editors/notes.ts';
import { Change } from '../../../ui/correction.tsx';
import { formatAddress, WebLink } from '../../../ui/web-link.tsx';
import { useWords } from '../../../ui/words.ts';
import { Age } from './age.tsx';
import { composeNoteUrl } from './compose-note-url.ts';
import { EditableEntry, type EntryDeeds } from './editable-entry.tsx';
import { LONGEST_NOTE } from './longest.ts';
import type { Listed } from './use-kept-list.ts';

interface NoteRowProps extends EntryDeeds {
  item: Listed<Note>;
  placed: Cluster | undefined;
  /** epoch ms */
  now: number;
  mayEdit: boolean;
}

export function NoteRow({ item, placed, now, mayEdit, ...deeds }: NoteRowProps) {
  const { t } = useWords();
  const { exact, correction, text, source, editor, at } = item;
  return (
    <EditableEntry
      about={exact}
      text={text}
      most={LONGEST_NOTE}
      isOptional={false}
      isGone={item.isGone}
      mayEdit={mayEdit}
      words={{
        text: t('reviewListsNoteText'),
        hint: t('reviewListsNoteHint'),
        edit: t('reviewListsEditNote'),
        take: t('reviewListsWithdraw'),
        gone: t('reviewListsWithdrawn'),
      }}
      facts={
        <>
          <bdi>{editor}</bdi>
          <Age at={at} now={now} />
        </>
      }
      {...deeds}
    >
      <p class="address">
        <WebLink href={composeNoteUrl(item, placed)} dir="ltr">
          {formatAddress(source)}
        </WebLink>
      </p>
      <blockquote class="sentence" dir="auto">
        <Change exact={exact} correction={correction} />
      </blockquote>
    </EditableEntry>
  );
}
