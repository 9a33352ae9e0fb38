/** What Sic keeps on this device, and the way to be rid of it. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Announce } from '../../ui/announcer.tsx';
import { useWords } from '../../ui/words.ts';
import type { OptionsDeps } from './options-deps.ts';
import { SectionHeading } from './section-heading.tsx';

type StorageSectionProps = Pick<OptionsDeps, 'countReports' | 'deleteReports'> & {
  announce: Announce;
};

export function StorageSection({ countReports, deleteReports, announce }: StorageSectionProps) {
  const { t } = useWords();
  const [count, setCount] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page was mounted with stays
  useEffect(() => {
    const recount = () => void countReports().then(setCount);
    recount();
    addEventListener('focus', recount);
    return () => removeEventListener('focus', recount);
  }, []);
  const remove = async () => {
    dialog.current?.close();
    try {
      await deleteReports();
      announce(t('optionsAllDeleted'));
    } catch (error) {
      announce(t('optionsNotSaved', { detail: String(error) }));
    }
    setCount(await countReports());
  };
  return (
    <section aria-labelledby="storage">
      <SectionHeading id="storage">{t('optionsStorage')}</SectionHeading>
      <ul class="points">
        <li>{t('optionsStoredReports')}</li>
        <li>{t('optionsStoredDrafts')}</li>
        <li>{t('optionsReuseStored')}</li>
        <li>{t('optionsStoredSettings')}</li>
        <li>{t('optionsStoredEditor')}</li>
        <li>{t('optionsStoredNothing')}</li>
      </ul>
      <p>{t('optionsReportsHeld', { count })}</p>
      <p>
        <button type="button" class="danger" onClick={() => dialog.current?.showModal()}>
          {t('optionsDeleteAll')}
        </button>
      </p>
      <dialog ref={dialog} aria-labelledby={title}>
        <h3 id={title}>{t('optionsDeleteAllAsk')}</h3>
        <p>{t('optionsDeleteAllHint')}</p>
        <div class="actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('dialogCancel')}
          </button>
          <button type="button" class="danger" onClick={() => void remove()}>
            {t('optionsDeleteAll')}
          </button>
        </div>
      </dialog>
    </section>
  );
}
