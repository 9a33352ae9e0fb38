/** One of several, in a filter: each says what it is about, so that its label is only spoken. */
import { useId } from 'preact/hooks';

interface ChoiceProps {
  label: string;
  value: string;
  /** values and what they are called; a value that came with the address and is none of them is shown as it is */
  options: readonly (readonly [string, string])[];
  onChange(value: string): void;
}

export function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  const known = options.some(([one]) => one === value);
  return (
    <div class={value === options[0]?.[0] ? 'choice-field' : 'choice-field set'}>
      <label for={id} class="unseen">
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {!known && <option value={value}>{value}</option>}
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
