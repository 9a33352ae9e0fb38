/** A field with its label, hint and error, bound so that a screen reader reads all three with it. */
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: string;
  /** '' where nothing is wrong */
  error: string;
  value: string;
  type?: 'text' | 'url' | 'password' | 'number';
  /** for short values, so that the field's width tells what is expected */
  narrow?: boolean;
  /** of a number */
  limits?: { min: number; max: number };
  onInput?(value: string): void;
  /** when the value was committed: Enter, or the field left */
  onCommit?(value: string): void;
}

export function Field({ label, hint, error, narrow = false, ...rest }: FieldProps) {
  const { value, type = 'text', limits, onInput, onCommit } = rest;
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  const common = {
    id,
    autocomplete: 'off',
    autocapitalize: 'none' as const,
    spellcheck: false,
    value,
    'aria-invalid': error !== '',
    ...(described === '' ? {} : { 'aria-describedby': described }),
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput?.(event.currentTarget.value),
    onChange: (event: { currentTarget: HTMLInputElement }) => onCommit?.(event.currentTarget.value),
  };
  return (
    <div class={narrow ? 'field narrow' : 'field'}>
      <label for={id}>{label}</label>
      {type === 'password' && <input type="password" {...common} />}
      {type === 'number' && (
        <input type="number" inputMode="numeric" min={limits?.min} max={limits?.max} {...common} />
      )}
      {type === 'text' && <input type="text" dir="auto" {...common} />}
      {/* Not type=url, which browsers judge in words of their own. */}
      {type === 'url' && <input type="text" inputMode="url" dir="ltr" {...common} />}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== '' && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
