/** One report in the queue: the change in its sentence, where it stands, and what can be decided. */

import { useState } from 'preact/hooks';
import { nameKind } from '../../model/kind-names.ts';
import { canMove, type ReportState } from '../../model/report.ts';
import type { ReviewItem } from '../../platform/editors-api.ts';
import { Correction } from '../../ui/correction.tsx';
import { Field } from '../../ui/field.tsx';
import { STATE_NAMES } from '../../ui/report-states.ts';
import { formatAge, formatTime } from '../../ui/time.ts';
import { formatAddress, WebLink } from '../../ui/web-link.tsx';
import { useWords } from '../../ui/words.ts';
import { composePlaceUrl } from './place-url.ts';
import { Sighted } from './sighted.tsx';

interface ReportRowProps {
  item: ReviewItem;
  /** epoch ms */
  now: number;
  current: boolean;
  rejecting: boolean;
  onFocus(): void;
  onDecide(state: ReportState, reason?: string): void;
  /** opens or closes the question for a reason */
  onReject(open: boolean): void;
}

export function ReportRow(props: ReportRowProps) {
  const { item, now, current, rejecting, onFocus, onDecide, onReject } = props;
  const { t, locale } = useWords();
  return (
    <li
      class={`row ${item.state}`}
      data-canonical={item.canonical}
      tabIndex={-1}
      {...(current ? { 'aria-current': 'true' as const } : {})}
      onFocusIn={onFocus}
    >
      <p class="facts">
        <span class={`badge ${item.state}`}>{t(STATE_NAMES[item.state])}</span>
        <span dir="auto">{nameKind(item.kind, t) || item.kind}</span>
        <time dateTime={formatIso(item.receivedAt)} title={formatTime(item.receivedAt, locale)}>
          {formatAge(item.receivedAt, now, locale)}
        </time>
        {item.readers > 1 && <span>{t('placedReaders', { count: item.readers })}</span>}
      </p>
      <Correction {...item} />
      <Sighted {...item.sightings} />
      {item.comment !== '' && (
        <p class="comment" dir="auto">
          <span class="unseen" dir="auto">
            {t('dialogComment')}:{' '}
          </span>
          {item.comment}
        </p>
      )}
      <p class="address">
        <WebLink href={composePlaceUrl(item)} dir="ltr">
          {formatAddress(item.source)}
        </WebLink>
      </p>
      {item.scope !== '' && (
        <p class="address">
          <WebLink href={item.scope} dir="ltr">
            {formatAddress(item.scope)}
          </WebLink>
        </p>
      )}
      {item.reason !== '' && (
        <p class="quiet" dir="auto">
          {t('reviewReasonGiven', { reason: item.reason })}
        </p>
      )}
      {rejecting ? (
        <RejectForm
          onReject={(reason) => onDecide('rejected', reason)}
          onClose={() => onReject(false)}
        />
      ) : (
        <Decisions item={item} onDecide={onDecide} onReject={() => onReject(true)} />
      )}
    </li>
  );
}

interface DecisionsProps extends Pick<ReportRowProps, 'item' | 'onDecide'> {
  onReject(): void;
}

function Decisions({ item, onDecide, onReject }: DecisionsProps) {
  const { t } = useWords();
  const may = (state: ReportState) => canMove(item.state, state);
  return (
    <div class="actions">
      {may('accepted') && (
        <button type="button" class="primary" onClick={() => onDecide('accepted')}>
          {t('reviewAccept')}
        </button>
      )}
      {may('rejected') && (
        <button type="button" onClick={onReject}>
          {t('reviewReject')}
        </button>
      )}
      {may('fixed') && (
        <button type="button" class="primary" onClick={() => onDecide('fixed')}>
          {t('reviewFix')}
        </button>
      )}
      {may('spam') && (
        <button type="button" class="plain" onClick={() => onDecide('spam')}>
          {t('reviewSpam')}
        </button>
      )}
      {may('new') && (
        <button type="button" onClick={() => onDecide('new')}>
          {t('reviewUndo')}
        </button>
      )}
    </div>
  );
}

interface RejectFormProps {
  onReject(reason: string): void;
  onClose(): void;
}

function RejectForm({ onReject, onClose }: RejectFormProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  return (
    <form
      class="reject"
      ref={focusFirstInput}
      onSubmit={(event) => {
        event.preventDefault();
        onReject(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Field
        label={t('reviewReason')}
        hint={t('reviewReasonHint')}
        value={reason}
        error=""
        onInput={setReason}
      />
      <div class="actions">
        <button type="submit" class="primary">
          {t('reviewReject')}
        </button>
        <button type="button" onClick={onClose}>
          {t('dialogCancel')}
        </button>
      </div>
    </form>
  );
}

function focusFirstInput(form: HTMLFormElement | null): void {
  form?.querySelector('input')?.focus();
}

/** An endpoint may name any number; one that is no time has no date. */
function formatIso(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
