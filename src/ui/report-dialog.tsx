/**
 * The report dialog: what will be sent, word for word, where it goes, and two fields. It is a native
 * modal dialog with a native form, and it works by the events that never leave its shadow root (submit,
 * cancel, close), because all others are kept from the page before they get here.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OutboxEntry } from '../model/outbox-entry.ts';
import type { Receiver } from '../model/receiver.ts';
import type { FailureCode } from '../model/result.ts';
import type { Translate } from '../model/translate.ts';
import { readDirection } from './document-locale.ts';

export type DialogStatus =
  | { kind: 'editing' }
  | { kind: 'too-long'; limit: number }
  | { kind: 'saving' }
  | { kind: 'saved'; delivery: OutboxEntry['delivery'] }
  | { kind: 'failed'; code: FailureCode; detail: string }
  | { kind: 'copied' };

export interface ReportFields {
  correction: string;
  comment: string;
  agreed: boolean;
}

export interface ReportDialogProps {
  quote: { prefix: string; exact: string; suffix: string };
  /** language of the quoted text, BCP 47, or null */
  language: string | null;
  /** null while it is being looked up */
  receiver: Receiver | null;
  /** host of the page */
  pageHost: string;
  status: DialogStatus;
  t: Translate;
  locale: string;
  onSend(fields: ReportFields): void;
  onCopy(fields: ReportFields): void;
  onClose(): void;
}

export function ReportDialog(props: ReportDialogProps) {
  const { receiver, status, t, locale } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const correction = useRef<HTMLInputElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const isDone = status.kind === 'saved';

  useLayoutEffect(() => {
    dialog.current?.showModal();
    correction.current?.focus();
  }, []);
  useLayoutEffect(() => {
    if (isDone) close.current?.focus();
  }, [isDone]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { form, action } = readSubmit(event);
    if (form === null) return;
    const fields = readFields(form);
    if (action === 'close') dialog.current?.close();
    else if (action === 'copy') props.onCopy(fields);
    else if (status.kind !== 'saving' && receiver !== null) props.onSend(fields);
  };

  return (
    <dialog
      ref={dialog}
      aria-labelledby="title"
      dir={readDirection(locale)}
      lang={locale}
      onClose={props.onClose}
    >
      <form onSubmit={submit} noValidate>
        <h2 id="title">{t('dialogTitle')}</h2>
        {isDone ? null : <Draft {...props} correctionRef={correction} />}
        <p class={`status ${status.kind}`} role="status">
          {describeStatus(props)}
        </p>
        <div class="buttons">
          {isDone ? (
            <button ref={close} value="close" class="primary" type="submit">
              {t('dialogClose')}
            </button>
          ) : (
            <Buttons status={status} waiting={receiver === null} t={t} />
          )}
        </div>
      </form>
    </dialog>
  );
}

function Draft(props: ReportDialogProps & { correctionRef: { current: HTMLInputElement | null } }) {
  const { quote, language, status, t } = props;
  return (
    <>
      <p class="lead">{t('dialogLead')}</p>
      <blockquote lang={language ?? undefined} dir="auto">
        {quote.prefix}
        <mark>{quote.exact}</mark>
        {quote.suffix}
      </blockquote>
      {status.kind !== 'too-long' && (
        <>
          <div class="field">
            <label for="correction">{t('dialogCorrection')}</label>
            <input
              ref={props.correctionRef}
              id="correction"
              name="correction"
              type="text"
              maxLength={2000}
              lang={language ?? undefined}
              dir="auto"
              autocomplete="off"
              spellcheck
            />
          </div>
          <div class="field">
            <label for="comment">{t('dialogComment')}</label>
            <textarea
              id="comment"
              name="comment"
              rows={2}
              maxLength={4000}
              dir="auto"
              autocomplete="off"
            />
          </div>
          <ReceiverNote {...props} />
        </>
      )}
    </>
  );
}

function ReceiverNote({ receiver, pageHost, t }: ReportDialogProps) {
  if (receiver === null) return <p class="receiver">{t('dialogLookingUp')}</p>;
  if (receiver.kind === 'none') return <p class="receiver">{t('dialogKept')}</p>;
  const { host } = receiver;
  if (receiver.kind === 'ready') return <p class="receiver">{t('dialogGoesTo', { host })}</p>;
  return (
    <label class="receiver agree">
      <input type="checkbox" name="agreed" required /> {t('dialogAgree', { host, page: pageHost })}
    </label>
  );
}

function Buttons({ status, waiting, t }: { status: DialogStatus; waiting: boolean; t: Translate }) {
  const busy = waiting || status.kind === 'saving';
  return (
    <>
      {status.kind !== 'too-long' && (
        <button value="send" class="primary" type="submit" aria-disabled={busy}>
          {t('dialogSend')}
        </button>
      )}
      {(status.kind === 'failed' || status.kind === 'copied') && (
        <button value="copy" type="submit">
          {t('dialogCopyText')}
        </button>
      )}
      <button value="close" type="submit">
        {t('dialogCancel')}
      </button>
    </>
  );
}

function describeStatus({ status, receiver, t }: ReportDialogProps): string {
  const host = receiver === null || receiver.kind === 'none' ? '' : receiver.host;
  switch (status.kind) {
    case 'editing':
      return '';
    case 'too-long':
      return t('dialogTooLong', { limit: status.limit });
    case 'saving':
      return t('dialogSaving');
    case 'copied':
      return t('dialogCopied');
    case 'saved':
      return status.delivery === 'kept' ? t('dialogSavedKept') : t('dialogSavedQueued', { host });
    case 'failed':
      if (status.code === 'storage-full') return t('dialogStorageFull');
      if (status.code === 'consent-needed') return t('dialogAgreeMissing');
      if (status.code === 'no-answer') return t('dialogNoAnswer');
      return t('dialogStorageFailed', { detail: status.detail });
  }
}

function readSubmit(event: SubmitEvent): { form: HTMLFormElement | null; action: string } {
  const { currentTarget: form, submitter } = event;
  return {
    form: form instanceof HTMLFormElement ? form : null,
    // Enter in a field submits without a press on a button of its own: that sends.
    action: submitter instanceof HTMLButtonElement ? submitter.value : 'send',
  };
}

function readFields(form: HTMLFormElement): ReportFields {
  const fields = new FormData(form);
  const read = (name: string) => String(fields.get(name) ?? '').trim();
  return {
    correction: read('correction'),
    comment: read('comment'),
    agreed: fields.get('agreed') !== null,
  };
}
