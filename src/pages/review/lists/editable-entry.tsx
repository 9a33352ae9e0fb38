/**
 * A row with a text that readers see: the text can be written anew, and the row taken away. It stays where it stood
 * then, so that nothing moves under the reader and it can be put back.
 */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useWords } from '../../../ui/words.ts';
import { EditWords } from './edit-words.tsx';
import { isFocusFree } from './is-focus-free.ts';
import { useTurns } from './use-turns.ts';

/** Each gives back what is wrong, or '' when it is done. */
export interface EntryDeeds {
  onText(text: string): Promise<string>;
  onTake(): Promise<string>;
  onPutBack(): Promise<string>;
}

interface EntryWords {
  /** of the text's field */
  text: string;
  hint: string;
  edit: string;
  take: string;
  /** what the row is, once it is taken away */
  gone: string;
}

interface EditableEntryProps extends EntryDeeds {
  /** what the row is about, where a button is read without it */
  about: string;
  text: string;
  /** characters (UTF-16 units) */
  most: number;
  isOptional: boolean;
  isGone: boolean;
  mayEdit: boolean;
  words: EntryWords;
  /** who and when */
  facts: ComponentChildren;
  children: ComponentChildren;
}

export function EditableEntry(props: EditableEntryProps) {
  const { about, text, most, isOptional, isGone, mayEdit, words, facts, children } = props;
  const { onText, onTake, onPutBack } = props;
  const { t } = useWords();
  const [isEditing, setEditing] = useState(false);
  const [error, setError] = useState('');
  const inTurn = useTurns();
  const isToggling = useRef(false);
  const row = useRef<HTMLLIElement>(null);
  const edit = useRef<HTMLButtonElement>(null);

  const toggle = async () => {
    // Until it is answered, a further press can mean nothing else.
    if (isToggling.current) return;
    isToggling.current = true;
    setError('');
    if (!isGone) setEditing(false);
    setError(await inTurn(isGone ? onPutBack : onTake));
    isToggling.current = false;
  };
  const close = () => {
    const isHere = isFocusFree(row.current);
    setEditing(false);
    // It is drawn again first.
    if (isHere) setTimeout(() => edit.current?.focus());
  };
  return (
    <li class={isGone ? 'entry gone' : 'entry'} ref={row} tabIndex={-1}>
      {children}
      {text !== '' && !isEditing && (
        <p class="said" dir="auto">
          {text}
        </p>
      )}
      {isEditing && (
        <EditWords
          label={words.text}
          hint={words.hint}
          value={text}
          most={most}
          isOptional={isOptional}
          onSave={(next) => inTurn(() => onText(next))}
          onClose={close}
        />
      )}
      <p class="facts">
        {isGone && <span class="badge">{words.gone}</span>}
        {facts}
      </p>
      {mayEdit && (
        <div class="actions">
          {!isEditing && !isGone && (
            <button
              type="button"
              key="edit"
              ref={edit}
              aria-label={t('reviewListsActionOf', { action: words.edit, about })}
              onClick={() => setEditing(true)}
            >
              {words.edit}
            </button>
          )}
          <button
            type="button"
            key="toggle"
            class={isGone ? '' : 'plain'}
            aria-label={t('reviewListsActionOf', {
              ...{ action: isGone ? t('reviewUndo') : words.take, about },
            })}
            onClick={() => void toggle()}
          >
            {isGone ? t('reviewUndo') : words.take}
          </button>
        </div>
      )}
      {error !== '' && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
    </li>
  );
}
