/**
 * One report from the dialog's opening to its outcome: what is typed is kept at each keystroke, what is sent is in the
 * outbox before it says so, and what comes of it is shown while the dialog stands.
 */
import { render } from 'preact';
import { type Draft, MOST_MARKS, QUOTE_LIMIT, type ReportPlace } from '../../model/draft.ts';
import type { OutboxEntry } from '../../model/outbox-entry.ts';
import type { Receiver } from '../../model/receiver.ts';
import type { Translate } from '../../model/translate.ts';
import { findCorrectionsContact } from '../../page/find-corrections-contact.ts';
import { type DialogStatus, ReportDialog, type ReportFields } from '../../ui/report-dialog.tsx';
import { askBackground } from '../ask-background.ts';
import type { OwnElement } from '../own-element.ts';
import { composeLetter, copyReports } from './copy-reports.ts';
import { createDraftKeeper, saveDraft } from './draft-keeper.ts';
import { type FoundNoMistakes, findNoMistakes } from './find-no-mistakes.ts';
import { followSaved } from './follow-saved.ts';
import type { Marks } from './marks.tsx';
import { createDraft, isOfPlace, readExact, showMark, showQuote } from './place-draft.ts';

/** ms between questions for the receiver that stay without an answer */
const RECEIVER_PAUSE = 700;

export interface SessionOptions {
  own: OwnElement;
  /** where the words stand that are reported, or null to send what is marked */
  place: ReportPlace | null;
  /** what was begun on this page */
  drafts: readonly Draft[];
  marks: Marks;
  t: Translate;
  locale: string;
  /** the words were put aside, to be sent with others */
  onMarked(draft: Draft): void;
  /**
   * The dialog was closed, by whatever way.
   * @param left what was typed and not sent, or null
   */
  onClose(left: Draft | null): void;
}

export interface Session {
  /** Sends what the dialog holds, as its Send button does. */
  submit(): void;
  /**
   * The dialog goes without having been closed: has what stands in it kept, typed into or not. Resolves to whether
   * there was something.
   */
  leave(): Promise<boolean>;
}

/** @returns the session of a dialog that stands now */
export function runSession(options: SessionOptions): Session {
  const { own, place, marks, t, locale } = options;
  const begun =
    place === null ? undefined : options.drafts.find((one) => isOfPlace(one.place, place));
  const keeper = createDraftKeeper();
  let draft = place === null ? null : (begun ?? createDraft(place));
  let isRestored = begun !== undefined;
  let isTyped = isRestored;
  let receiver: Receiver | null = null;
  let status: DialogStatus = readFirstStatus(draft);
  let isOpen = true;
  /** what the receiver's editors have said of what is to be sent */
  let noMistakes: FoundNoMistakes = [];
  /** the address for corrections that the page gives, where nobody else receives the report */
  let contact: string | null = null;
  /** what was sent from here, and how it stands */
  let gone: Draft[] = [];
  let shown: OutboxEntry[] = [];

  /** Of what was sent, the part that has to get there in another way. */
  function listRefused(): Draft[] {
    const refused = new Set(
      shown.filter(({ delivery }) => delivery === 'refused').map(({ canonical }) => canonical),
    );
    return gone.filter(({ canonical }) => refused.has(canonical));
  }

  /** The other places that go along. */
  const listOthers = () => marks.list().filter(({ canonical }) => canonical !== draft?.canonical);

  function change(fields: ReportFields): Draft | null {
    const { kind, correction, comment } = fields;
    if (draft === null) return null;
    draft = { ...draft, kind, correction, comment, updatedAt: Date.now() };
    return draft;
  }

  async function send(fields: ReportFields): Promise<void> {
    const changed = change(fields);
    const sent = [...(changed === null ? [] : [changed]), ...listOthers()];
    if (sent.length === 0) return;
    // Should the outbox fail, the draft stands.
    keeper.flush();
    show({ kind: 'saving' });
    const answer = await askBackground({
      type: 'report/save',
      drafts: sent,
      agreed: fields.agreed,
    });
    if (!answer.ok) {
      // Who has agreed to the receiver that is shown has not agreed to another.
      const isOther = answer.code !== 'consent-needed' || fields.agreed;
      return show({ kind: 'failed', code: answer.code, detail: isOther ? answer.detail : '' });
    }
    keeper.drop();
    draft = null;
    gone = sent;
    marks.forget(sent.map(({ canonical }) => canonical));
    await followSaved(answer.value, {
      ask: (canonicals) => askBackground({ type: 'report/follow', canonicals }),
      isOpen: () => isOpen,
      show: (entries) => show({ kind: 'saved', entries }),
      pause: (wait) => new Promise((resolve) => setTimeout(resolve, wait)),
    });
  }

  async function mark(fields: ReportFields): Promise<void> {
    const changed = change(fields);
    if (changed === null) return;
    if (listOthers().length >= MOST_MARKS) return show({ kind: 'too-many', limit: MOST_MARKS });
    keeper.drop();
    const marked = { ...changed, isMarked: true };
    const answer = await saveDraft(marked);
    if (!answer.ok) {
      keeper.keep(changed);
      return show({ kind: 'failed', code: answer.code, detail: answer.detail });
    }
    draft = null;
    options.onMarked(marked);
  }

  async function copy(fields: ReportFields): Promise<void> {
    const copied = gone.length > 0 ? listRefused() : [change(fields) ?? [], listOthers()].flat();
    if (await copyReports(copied, own.root, t)) show({ kind: 'copied' });
  }

  async function retry(): Promise<void> {
    const canonicals = listRefused().map(({ canonical }) => canonical);
    const answer = await askBackground({ type: 'report/retry', canonicals });
    // What comes of it is followed already.
    if (!answer.ok) show({ kind: 'failed', code: answer.code, detail: answer.detail });
  }

  function startOver(): void {
    if (draft === null) return;
    keeper.drop();
    void askBackground({ type: 'drafts/remove', canonicals: [draft.canonical] });
    marks.forget([draft.canonical]);
    draft = createDraft(draft.place);
    isRestored = false;
    isTyped = false;
    show(readFirstStatus(draft));
  }

  async function readReceiver(): Promise<void> {
    const { declared = null, native = null } = (draft ?? listOthers()[0])?.place ?? {};
    for (let turn = 0; turn < 3 && isOpen && receiver === null; turn += 1) {
      if (turn > 0) await new Promise((resolve) => setTimeout(resolve, RECEIVER_PAUSE));
      const answer = await askBackground({ type: 'receiver/read', declared, native });
      if (answer.ok) receiver = answer.value;
      if (!answer.ok) status = { kind: 'failed', code: answer.code, detail: answer.detail };
      else if (turn > 0) status = readFirstStatus(draft);
    }
    if (receiver?.kind === 'none') contact = findCorrectionsContact(document, document.URL);
    draw();
    if (receiver !== null && 'service' in receiver) await readNoMistakes(receiver.service);
  }

  async function readNoMistakes(service: string): Promise<void> {
    noMistakes = await findNoMistakes(service, [draft ?? [], listOthers()].flat());
    if (noMistakes.length > 0) draw();
  }

  function show(next: DialogStatus): void {
    status = next;
    if (next.kind === 'saved') shown = next.entries;
    draw();
  }

  function close(): void {
    isOpen = false;
    keeper.flush();
    options.onClose(isTyped ? draft : null);
  }

  function draw(): void {
    // An answer may come after the dialog has closed.
    if (!isOpen) return;
    const others = listOthers();
    const reported = [draft ?? [], others].flat();
    render(
      <ReportDialog
        draft={draft === null ? null : { ...draft, quote: showQuote(draft) }}
        isRestored={isRestored}
        marks={others.map(showMark)}
        noMistakes={noMistakes.filter(({ canonical }) =>
          reported.some((one) => one.canonical === canonical),
        )}
        language={(draft ?? others[0])?.place.language || null}
        receiver={receiver}
        pageHost={location.hostname}
        contactHref={contact === null ? null : composeLetter(reported, contact, t)}
        contactAddress={contact}
        status={status}
        t={t}
        locale={locale}
        onEdit={(fields) => {
          const changed = change(fields);
          isTyped = true;
          if (changed !== null) keeper.keep(changed);
          // The letter holds what is typed.
          if (contact !== null) draw();
        }}
        onSend={(fields) => void send(fields)}
        onMark={(fields) => void mark(fields)}
        onCopy={(fields) => void copy(fields)}
        onRetry={() => void retry()}
        onRemoveMark={(canonical) => {
          marks.remove([canonical]);
          draw();
        }}
        onStartOver={startOver}
        onClose={close}
      />,
      own.root,
    );
  }

  draw();
  void readReceiver();

  return {
    submit: () => own.root.querySelector('form')?.requestSubmit(),
    async leave() {
      isOpen = false;
      keeper.drop();
      if (draft === null || status.kind === 'too-long') return false;
      await saveDraft(draft);
      return true;
    },
  };
}

function readFirstStatus(draft: Draft | null): DialogStatus {
  const isTooLong = draft !== null && readExact(draft.place).length > QUOTE_LIMIT;
  return isTooLong ? { kind: 'too-long', limit: QUOTE_LIMIT } : { kind: 'editing' };
}
