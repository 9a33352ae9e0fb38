/** A text that stands in a list, being written anew in its place. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../../../ui/words.ts';
import { TextArea } from '../queue/text-area.tsx';
import { isFocusFree } from './is-focus-free.ts';

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
  /** null while nothing has been: the text can become another meanwhile */
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  /** what is being saved */
  const sent = useRef<{ text: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const written = useRef('');
  written.current = typed ?? value;
  const focus = () => form.current?.querySelector('textarea')?.focus();
  // Before the next key.
  useLayoutEffect(focus, []);

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const text = written.current.trim();
    if (sent.current?.text === text) return;
    if (text === '' && !isOptional) {
      setError(t('reviewListsTextError'));
      return focus();
    }
    const mine = { text };
    sent.current = mine;
    setBusy(true);
    setError('');
    const wrong = await onSave(text);
    // It was closed meanwhile, or something else was sent, whose answer will count.
    if (form.current === null || sent.current !== mine) return;
    sent.current = null;
    setBusy(false);
    setError(wrong);
    if (wrong === '' && written.current.trim() === text) onClose();
    else if (wrong !== '' && isFocusFree(form.current)) focus();
  };
  return (
    <form
      class="edit-words"
      noValidate
      ref={form}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onClose();
      }}
    >
      <TextArea
        label={label}
        hint={hint}
        value={written.current}
        most={most}
        error={error}
        onInput={setTyped}
      />
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
