/** What an editor may decide about a reported place, with the reason for a rejection, and how it went. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { canMove, type ReportState } from '../model/report.ts';
import { DECIDED } from './report-states.ts';
import { useWords } from './words.ts';

/** What an editor's last press has come to. */
export type DecisionStatus =
  | { kind: 'none' }
  | { kind: 'deciding' }
  | { kind: 'decided' }
  /** reason: in words */
  | { kind: 'failed'; reason: string };

export interface DecisionsProps {
  state: ReportState;
  status: DecisionStatus;
  onDecide(state: ReportState, reason: string): void;
}

const BUTTONS = [
  ['accepted', 'reviewAccept'],
  ['rejected', 'reviewReject'],
  ['fixed', 'reviewFix'],
  ['new', 'reviewUndo'],
] as const;

export function Decisions({ state, status, onDecide }: DecisionsProps) {
  const { t } = useWords();
  const [isRejecting, setIsRejecting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isPressed = useRef(false);
  const isDeciding = status.kind === 'deciding';
  const asksReason = isRejecting && canMove(state, 'rejected');

  // The buttons change under the press, and with them what has the focus.
  useLayoutEffect(() => {
    if (!isPressed.current || isDeciding) return;
    isPressed.current = false;
    form.current?.querySelector<HTMLElement>('input, button')?.focus();
  });

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const { submitter, currentTarget } = event;
    if (isDeciding || !(submitter instanceof HTMLButtonElement)) return;
    isPressed.current = true;
    const pressed = BUTTONS.find(([to]) => to === submitter.value)?.[0];
    const opens = pressed === 'rejected' && !asksReason;
    setIsRejecting(opens);
    if (opens || pressed === undefined || !(currentTarget instanceof HTMLFormElement)) return;
    const reason = new FormData(currentTarget).get('reason');
    onDecide(pressed, typeof reason === 'string' ? reason.trim().slice(0, LONGEST_REASON) : '');
  }

  return (
    <form ref={form} class="decisions" onSubmit={submit}>
      {asksReason && (
        <label>
          {t('reviewReason')}
          <input
            name="reason"
            type="text"
            dir="auto"
            autocomplete="off"
            maxLength={LONGEST_REASON}
          />
        </label>
      )}
      <p class="actions">
        {BUTTONS.filter(([to]) => (asksReason ? to === 'rejected' : mayMove(state, to))).map(
          ([to, label]) => (
            <button
              key={to}
              type="submit"
              value={to}
              class={isMain(state, to) || asksReason ? 'primary' : undefined}
              aria-disabled={isDeciding}
            >
              {t(label)}
            </button>
          ),
        )}
        {asksReason && (
          <button type="submit" value="cancel">
            {t('dialogCancel')}
          </button>
        )}
      </p>
      <p role="status" class={status.kind}>
        {status.kind === 'failed' && status.reason}
        {status.kind === 'decided' && t(DECIDED[state])}
      </p>
    </form>
  );
}

/** Of what may be decided, what is decided most. */
function isMain(state: ReportState, to: ReportState): boolean {
  return to === (state === 'new' ? 'accepted' : 'fixed');
}

/** What was corrected at once need not be accepted first: that is done along the way. */
function mayMove(from: ReportState, to: ReportState): boolean {
  return canMove(from, to) || (from === 'new' && to === 'fixed');
}

/** As much as the background takes, in UTF-16 units. */
const LONGEST_REASON = 2_000;
