/** One published correction: what was changed in which article, and what readers are told of it. */
import type { Cluster } from '../../../platform/editors/clusters.ts';
import { Change } from '../../../ui/correction.tsx';
import { formatAddress, WebLink } from '../../../ui/web-link.tsx';
import { useWords } from '../../../ui/words.ts';
import { Age } from './age.tsx';
import { composeNoteUrl } from './compose-note-url.ts';
import { EditableEntry } from './editable-entry.tsx';
import { LONGEST_NOTE } from './longest.ts';
import type { ListedNote } from './use-notes.ts';

interface NoteRowProps {
  item: ListedNote;
  placed: Cluster | undefined;
  /** epoch ms */
  now: number;
  mayDecide: boolean;
  /** Each gives back what is wrong, or '' when it is done. */
  onText(text: string): Promise<string>;
  onWithdraw(): Promise<string>;
  onRepublish(): Promise<string>;
}

export function NoteRow({ item, placed, now, mayDecide, ...act }: NoteRowProps) {
  const { t } = useWords();
  const { exact, correction, text, source, editor, at } = item;
  return (
    <EditableEntry
      about={exact}
      text={text}
      most={LONGEST_NOTE}
      isOptional={false}
      isGone={item.isWithdrawn}
      mayEdit={mayDecide}
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
      onText={act.onText}
      onTake={act.onWithdraw}
      onPutBack={act.onRepublish}
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
