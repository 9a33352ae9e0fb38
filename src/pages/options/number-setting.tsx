/** A whole number within limits, written when it is committed; what does not fit is said, and stays to be mended. */
import { useState } from 'preact/hooks';
import { Field } from '../../ui/field.tsx';

interface NumberSettingProps {
  label: string;
  hint: string;
  /** what is said of a number that does not fit */
  error: string;
  limits: { min: number; max: number };
  value: number;
  onChange(value: number): void;
}

export function NumberSetting({ error, limits, value, onChange, ...texts }: NumberSettingProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const commit = (text: string) => {
    const number = Number(text);
    const fits = /^\d+$/.test(text) && number >= limits.min && number <= limits.max;
    setWrong(!fits);
    if (!fits) return;
    setTyped(null);
    onChange(number);
  };
  return (
    <Field
      {...texts}
      type="number"
      narrow
      limits={limits}
      value={typed ?? String(value)}
      error={isWrong ? error : ''}
      onInput={setTyped}
      onCommit={commit}
    />
  );
}
