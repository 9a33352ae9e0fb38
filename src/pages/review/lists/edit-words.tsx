/** A text that stands in a list, being written anew in its place. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useWords } from '../../../ui/words.ts';

interface EditWordsProps {
  label: string;
  hint: string;
  value: string;
  /** characters (UTF-16 units) */
  most: number;
  /** whether it may be left empty */
  isOptional: boolean;
  /** @returns what is wrong, or '' when it is saved */
  onSave(text: string): Promise<string>;
  onClose(): void;
}

export function EditWords(props: EditWordsProps) {
  const { label, hint, value, most, isOptional, onSave, onClose } = props;
  const { t } = useWords();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const text = typed.trim();
    if (text === '' && !isOptional) {
      setError(t('reviewListsTextError'));
      return area.current?.focus();
    }
    setBusy(true);
    const wrong = await onSave(text);
    setBusy(false);
    setError(wrong);
    if (wrong !== '') area.current?.focus();
  };
  return (
    <form
      class="edit-words"
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onClose();
      }}
    >
      <div class="field">
        <label for={id}>{label}</label>
        <textarea
          id={id}
          ref={area}
          rows={3}
          dir="auto"
          maxLength={most}
          value={typed}
          aria-invalid={error !== ''}
          aria-describedby={error === '' ? `${id}-hint` : `${id}-hint ${id}-error`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
        {error !== '' && (
          <p class="error" id={`${id}-error`} role="alert">
            {error}
          </p>
        )}
      </div>
      <div class="actions">
        <button type="submit" class="primary" aria-disabled={busy}>
          {t('reviewListsSave')}
        </button>
        <button type="button" onClick={onClose}>
          {t('dialogCancel')}
        </button>
      </div>
    </form>
  );
}
