/**
 * The report dialog: what will be sent, word for word, where it goes, and what became of it. It is a native
 * modal dialog with native forms, and it works by the events that never leave its shadow root (submit,
 * change, cancel, close), because all others are kept from the page before they get here.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { NoMistake } from '../model/no-mistake.ts';
import type { OutboxEntry } from '../model/outbox-entry.ts';
import type { Translate } from '../model/translate.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import { readDirection } from './document-locale.ts';
import { NoMistakes } from './no-mistakes.tsx';
import { ReceiverNote, type ReceiverNoteProps } from './receiver-note.tsx';
import {
  type CorrectionElement,
  ReportDraft,
  type ReportFields,
  readFields,
  type ShownDraft,
} from './report-draft.tsx';
import { ReportMarks, type ShownMark } from './report-marks.tsx';
import { type DialogStatus, ReportOutcome } from './report-outcome.tsx';
import { WordsContext } from './words.ts';

export type { DialogStatus, ReportFields, ShownDraft, ShownMark };

export interface ReportDialogProps extends ReceiverNoteProps {
  /** null: only what is marked is to be sent */
  draft: ShownDraft | null;
  /** what was typed earlier is back */
  isRestored: boolean;
  /** other places of this page that go along */
  marks: ShownMark[];
  /** what the editors have said of words that are to be sent */
  noMistakes: readonly NoMistake[];
  /** language of the quoted text, BCP 47, or null */
  language: string | null;
  status: DialogStatus;
  t: Translate;
  locale: string;
  /** at each keystroke and choice, where each `input` event reaches the form as a `change` */
  onEdit(fields: ReportFields): void;
  onSend(fields: ReportFields): void;
  onMark(fields: ReportFields): void;
  onCopy(fields: ReportFields): void;
  /** what was refused is to be sent once more */
  onRetry(): void;
  onRemoveMark(canonical: string): void;
  onStartOver(): void;
  onClose(): void;
}

/** The form of the buttons that Enter in a field must not press. */
const ASIDE = 'aside';

export function ReportDialog(props: ReportDialogProps) {
  const { draft, marks, receiver, status, t, locale } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // Copying a refused report says so over its outcome.
  const saved = useRef<OutboxEntry[]>([]);
  if (status.kind === 'saved') saved.current = status.entries;
  else if (status.kind !== 'copied') saved.current = [];
  const entries = saved.current;
  const isDone = entries.length > 0 || status.kind === 'saved';
  const isClosed = isDone || status.kind === 'too-long';
  const isBusy = status.kind === 'saving' || receiver === null;

  useLayoutEffect(() => {
    dialog.current?.showModal();
    focusFirst(form.current);
  }, []);
  useLayoutEffect(() => {
    if (isDone) focusButton(form.current, 'close');
  }, [isDone]);
  useLayoutEffect(() => {
    if (!['failed', 'too-many', 'copied'].includes(status.kind)) return;
    form.current?.querySelector('.status')?.scrollIntoView({ block: 'nearest' });
    if (status.kind === 'failed' && status.code === 'consent-needed') {
      form.current?.querySelector<HTMLElement>('[name="agreed"]')?.focus();
    }
  }, [status]);
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!event.isTrusted || form.current === null) return;
    const fields = readFields(form.current);
    const action = readAction(event);
    if (action === 'close') dialog.current?.close();
    else if (action === 'copy') props.onCopy(fields);
    else if (action === 'retry') props.onRetry();
    else if (isClosed || status.kind === 'saving') return;
    else if (action === 'mark') props.onMark(fields);
    else if (action === 'start-over') startOver();
    else if (action.startsWith('remove:')) removeMark(action.slice('remove:'.length));
    else if (receiver !== null && (draft !== null || marks.length > 0)) props.onSend(fields);
  }

  function startOver(): void {
    form.current?.reset();
    focusFirst(form.current);
    props.onStartOver();
  }

  /** The button goes with its mark; the next one has the focus by then, so that the keyboard has a place. */
  function removeMark(canonical: string): void {
    const at = marks.findIndex((mark) => mark.canonical === canonical);
    const buttons = list.current?.querySelectorAll('button');
    const next = buttons?.[at + 1] ?? buttons?.[at - 1];
    if (next === undefined) focusFirst(form.current);
    else next.focus();
    props.onRemoveMark(canonical);
  }

  const said = <NoMistakes items={props.noMistakes} language={props.language} t={t} />;

  return (
    <WordsContext.Provider value={{ t, locale }}>
      <dialog
        ref={dialog}
        aria-labelledby="title"
        aria-describedby={status.kind === 'too-long' ? 'status' : undefined}
        dir={readDirection(locale)}
        lang={locale}
        onClose={() => props.onClose()}
      >
        <form
          ref={form}
          // Should a page take the listeners away, nothing that was typed goes into an address.
          method="dialog"
          onSubmit={submit}
          onChange={(event) => props.onEdit(readFields(event.currentTarget))}
          noValidate
        >
          <h2 id="title">{t('dialogTitle')}</h2>
          <div hidden={isDone}>
            <p class="lead">{t('dialogLead')}</p>
            {draft === null ? (
              said
            ) : (
              <ReportDraft {...props} {...{ draft, isClosed }} form={ASIDE}>
                {said}
              </ReportDraft>
            )}
            <div hidden={isClosed}>
              <ReportMarks {...{ marks, t }} isAlone={draft === null} form={ASIDE} listRef={list} />
              <ReceiverNote {...props} />
            </div>
          </div>
          <ReportOutcome {...{ status, entries, t, locale }} />
          <DialogButtons
            status={status}
            entries={isDone ? entries : null}
            {...{ isBusy, t }}
            canCopy={receiver?.kind === 'none'}
            hasDraft={draft !== null}
            marks={marks.length}
          />
        </form>
        <form id={ASIDE} method="dialog" onSubmit={submit} />
      </dialog>
    </WordsContext.Provider>
  );
}

function readAction({ submitter }: SubmitEvent): string {
  // The chord submits without a press on a button: that sends.
  return submitter instanceof HTMLButtonElement ? submitter.value : 'send';
}

/** The correction, ready to be typed over; without one, what sends, or what closes. */
function focusFirst(form: HTMLFormElement | null): void {
  const field = form?.querySelector<CorrectionElement>(':not([hidden]) > .field > #correction');
  if (field) {
    field.focus();
    // The caret at the start, so that a long text is seen from there.
    field.setSelectionRange(0, field.value.length, 'backward');
    // With the focus alone, only the caret's line is brought into sight.
    field.scrollIntoView({ block: 'nearest' });
  } else if (!focusButton(form, 'send')) focusButton(form, 'close');
}

/** These stay in sight by themselves; what stands above them is to be read first. */
function focusButton(form: HTMLFormElement | null, value: 'send' | 'close'): boolean {
  const button = form?.querySelector<HTMLElement>(`button[value="${value}"]`);
  button?.focus({ preventScroll: true });
  return button !== null && button !== undefined;
}
