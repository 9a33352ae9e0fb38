/** One of a few: radio buttons under their question, with what there is to say about it. */
import { useId } from 'preact/hooks';

interface ChoicesProps<Value extends string> {
  legend: string;
  hint?: string;
  /** in their order: what is chosen, and how it is called */
  options: readonly (readonly [value: Value, label: string])[];
  value: Value;
  onChange(value: Value): void;
}

export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, hint, options, value, onChange } = props;
  const id = useId();
  return (
    <fieldset {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}>
      <legend>{legend}</legend>
      {options.map(([one, label]) => (
        <label key={one} class="choice">
          <input type="radio" name={id} checked={value === one} onChange={() => onChange(one)} />
          {label}
        </label>
      ))}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
