/** A setting that is on or off, and takes effect at once: a checkbox that says so. */
import type { ComponentChildren } from 'preact';

interface SwitchProps {
  checked: boolean;
  /** it is somebody else's to change */
  disabled?: boolean;
  onChange(checked: boolean): void;
  children: ComponentChildren;
}

export function Switch({ checked, disabled = false, onChange, children }: SwitchProps) {
  return (
    <label class="switch">
      <span class="switch-label">{children}</span>
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
