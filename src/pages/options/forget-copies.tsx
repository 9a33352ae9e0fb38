/** How many copies are remembered, and the way to forget them all. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useWords } from '../../ui/words.ts';
import type { ForgetProps } from './options-deps.ts';

export function ForgetCopies({ watchCopies, forgetCopies, announce }: ForgetProps) {
  const { t } = useWords();
  const [count, setCount] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page was mounted with stays
  useEffect(() => watchCopies(setCount), []);
  const forget = async () => {
    dialog.current?.close();
    try {
      await forgetCopies();
      announce(t('optionsReuseForgotten'));
    } catch (error) {
      announce(t('optionsNotSaved', { detail: String(error) }));
    }
  };
  return (
    <>
      <p>{t('optionsReuseHeld', { count })}</p>
      <p>
        <button type="button" class="danger" onClick={() => dialog.current?.showModal()}>
          {t('optionsReuseForget')}
        </button>
      </p>
      <dialog ref={dialog} aria-labelledby={title}>
        <h3 id={title}>{t('optionsReuseForgetAsk')}</h3>
        <p>{t('optionsReuseForgetHint')}</p>
        <div class="actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('dialogCancel')}
          </button>
          <button type="button" class="danger" onClick={() => void forget()}>
            {t('optionsReuseForget')}
          </button>
        </div>
      </dialog>
    </>
  );
}
