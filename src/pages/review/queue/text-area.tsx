/** A field for more than a line, with its label and hint, as wide as its row and as high as its text. */
import { useId } from 'preact/hooks';

interface TextAreaProps {
  label: string;
  hint?: string;
  value: string;
  /** characters (UTF-16 units) that the endpoint takes */
  most: number;
  /** BCP 47, '' where nobody knows */
  language?: string;
  /** '' where nothing is wrong */
  error?: string;
  onInput(value: string): void;
}

export function TextArea(props: TextAreaProps) {
  const { label, hint = '', value, most, language = '', error = '', onInput } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={2}
        maxLength={most}
        value={value}
        {...(language === '' ? {} : { lang: language })}
        aria-invalid={error !== ''}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {hint !== '' && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== '' && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
