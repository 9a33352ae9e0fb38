/** The quiet note after a copy: what was added to it, what the site says besides, and the way back. */
import type { Translate } from '../model/translate.ts';
import { readDirection } from './document-locale.ts';

export interface NoteAction {
  label: string;
  act(): void;
}

export interface CopyNoteProps {
  /** '' at first: a live region has to stand before it speaks */
  message: string;
  /** what was added; '' where nothing was */
  added: string;
  hints: string[];
  /** what can be done about it: take the source out again, or put it in */
  action: NoteAction | null;
  onClose: () => void;
  t: Translate;
  locale: string;
}

export function CopyNote({ message, added, hints, action, onClose, t, locale }: CopyNoteProps) {
  return (
    <section
      class={message === '' ? 'waiting' : undefined}
      lang={locale}
      dir={readDirection(locale)}
    >
      <div role="status" aria-live="polite">
        {message !== '' && <p>{message}</p>}
        {message !== '' && added !== '' && (
          <p class="added" dir="auto">
            {added}
          </p>
        )}
        {(message === '' ? [] : hints).map((hint) => (
          <p key={hint} class="hint">
            {hint}
          </p>
        ))}
      </div>
      {/* A form, because no page can stop its submission on the way, as it can a click. */}
      <form
        class="actions"
        onSubmit={(event) => {
          event.preventDefault();
          if (event.submitter?.classList.contains('close') === true) onClose();
          else action?.act();
        }}
      >
        {action !== null && (
          <button type="submit" class="action">
            {action.label}
          </button>
        )}
        <button type="submit" class="close" aria-label={t('dialogClose')}>
          <span aria-hidden="true">×</span>
        </button>
      </form>
    </section>
  );
}
