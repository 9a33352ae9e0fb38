/** A form that stands in a row: it takes the focus when it opens, Escape closes it, and the row has the focus again. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '../../../ui/words.ts';
import { type Panel, useTools } from './queue-context.ts';

interface RowFormProps {
  panel: Panel;
  label: string;
  submit: string;
  /** whether what was sent is under way */
  isBusy: boolean;
  onSubmit(): void;
  /** further buttons beside the two */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

export function RowForm(props: RowFormProps) {
  const { panel, label, submit, isBusy, onSubmit, actions, children } = props;
  const { t } = useWords();
  const { closePanel } = useTools();
  const form = useRef<HTMLFormElement>(null);
  // Before the next key.
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea, input')?.focus();
  }, []);
  return (
    <form
      class="row-form"
      ref={form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSubmit();
      }}
      onKeyDown={(event) => {
        // While an input method composes, Escape is its own.
        if (event.key === 'Escape' && !event.isComposing) closePanel(panel);
        const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (isSent) form.current?.requestSubmit();
      }}
    >
      {children}
      <div class="actions">
        <button type="submit" class="primary" aria-disabled={isBusy}>
          {submit}
        </button>
        <button type="button" onClick={() => closePanel(panel)}>
          {t('dialogCancel')}
        </button>
        {actions}
      </div>
    </form>
  );
}
