/**
 * Asked before a text goes out that does not name its sources as they ask, where the administrator wants it asked: put
 * them in, let it out as it is, or go back to the text.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '../model/translate.ts';
import { readDirection } from './document-locale.ts';
import { ReuseMatter, type ShownMatter } from './reuse-matter.tsx';

export type PublishAnswer = 'put-in' | 'as-is' | 'back';

export interface ReuseDialogProps {
  matters: readonly ShownMatter[];
  /** what could not be done, or '' */
  fault: string;
  /** something is being put into the text, which cannot be reached while the dialog stands: it is closed meanwhile */
  isBusy: boolean;
  t: Translate;
  locale: string;
  onAnswer(answer: PublishAnswer): void;
  onCopy(): void;
}

export function ReuseDialog(props: ReuseDialogProps) {
  const { matters, fault, isBusy, t, locale, onAnswer, onCopy } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const canPutIn = matters.some(({ fix }) => fix !== null);
  useLayoutEffect(() => {
    const { current } = dialog;
    if (isBusy) current?.close();
    else current?.showModal();
    if (!isBusy) current?.querySelector<HTMLElement>('.primary')?.focus();
  }, [isBusy]);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!event.isTrusted) return;
    const asked = event.submitter?.getAttribute('value') ?? '';
    if (asked === 'copy') onCopy();
    else onAnswer(asked === 'put-in' || asked === 'as-is' ? asked : 'back');
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby="title"
      dir={readDirection(locale)}
      lang={locale}
      onClose={() => {
        // It may have been opened again since.
        if (dialog.current?.open !== true) onAnswer('back');
      }}
    >
      <form method="dialog" onSubmit={submit}>
        <h2 id="title">{t('reusePublishTitle')}</h2>
        <p class="lead">{t('reusePublishLead')}</p>
        <ul class="matters">
          {matters.map((matter) => (
            <li key={matter.key}>
              <ReuseMatter {...{ matter, t }} />
            </li>
          ))}
        </ul>
        <div class={fault === '' ? 'status' : 'status failed'} role="status" aria-live="polite">
          {fault !== '' && <p>{fault}</p>}
        </div>
        <div class="buttons">
          {canPutIn && (
            <button type="submit" value="put-in" class="primary">
              {t('reusePublishPutIn')}
            </button>
          )}
          {canPutIn && fault !== '' && (
            <button type="submit" value="copy">
              {t('reuseCopyFix')}
            </button>
          )}
          <button type="submit" value="as-is">
            {t(canPutIn ? 'reusePublishWithout' : 'reusePublishAsIs')}
          </button>
          <button type="submit" value="back" class={canPutIn ? undefined : 'primary'}>
            {t('reusePublishBack')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
