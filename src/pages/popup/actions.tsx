/** What can be done with an item of the popup's lists. The last is to delete it, where need be not without asking. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../../ui/words.ts';

interface ActionsProps {
  /** the words that the item is about */
  about: string;
  /** something would be lost */
  asksFirst: boolean;
  onDelete(): void;
  children: ComponentChildren;
}

export function Actions({ about, asksFirst, onDelete, children }: ActionsProps) {
  const { t } = useWords();
  const [asking, setAsking] = useState<'not-yet' | 'now' | 'done'>('not-yet');
  if (asking === 'now') {
    return (
      <fieldset class="actions">
        <legend>{t('popupDeleteUnsent')}</legend>
        <button type="button" class="danger" onClick={onDelete}>
          {t('popupDelete')}
        </button>
        <button type="button" ref={focus} onClick={() => setAsking('done')}>
          {t('popupKeep')}
        </button>
      </fieldset>
    );
  }
  return (
    <div class="actions">
      {children}
      <button
        type="button"
        class="plain"
        // Back where the question came from.
        ref={asking === 'done' ? focus : null}
        aria-label={nameAction(t('popupDelete'), about)}
        onClick={() => (asksFirst ? setAsking('now') : onDelete())}
      >
        {t('popupDelete')}
      </button>
    </div>
  );
}

interface ActionProps {
  label: string;
  about: string;
  onClick(): void;
}

export function Action({ label, about, onClick }: ActionProps) {
  return (
    <button type="button" class="plain" aria-label={nameAction(label, about)} onClick={onClick}>
      {label}
    </button>
  );
}

/** Buttons of many rows have the same words: what each is about is said along with them. */
function nameAction(label: string, about: string): string {
  return `${label}: ${about.slice(0, 60)}`;
}

function focus(element: HTMLElement | null): void {
  element?.focus();
}
