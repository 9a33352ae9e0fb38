/** The list of the review's keys, behind a button: a dialog that Escape closes, and that gives the focus back. */
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from '../../ui/words.ts';
import { KEY_COMMANDS } from './queue/read-key.ts';

/** Opens the list where it is not open */
export function openKeys(dialog: HTMLDialogElement | null): void {
  if (dialog?.open === false) dialog.showModal();
}

/** @param props.dialog is told the dialog, for those who open it by a key */
export function KeysHelp({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const { t } = useWords();
  const title = useId();
  return (
    <>
      <button
        type="button"
        class="round"
        aria-label={t('reviewDeskKeys')}
        title={t('reviewDeskKeys')}
        aria-haspopup="dialog"
        onClick={() => openKeys(dialog.current)}
      >
        ?
      </button>
      <dialog ref={dialog} class="keys-help" aria-labelledby={title}>
        <h2 id={title}>{t('reviewDeskKeys')}</h2>
        <dl>
          {KEY_COMMANDS.map(({ keys, name }) => (
            <div key={name}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(name)}</dd>
            </div>
          ))}
        </dl>
        <div class="actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('reviewDeskClose')}
          </button>
        </div>
      </dialog>
    </>
  );
}
