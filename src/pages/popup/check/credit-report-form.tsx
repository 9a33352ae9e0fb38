/**
 * What the editors of a source are told of a missing credit, shown before it is sent, with the host that it goes to: it
 * leaves the device at the press of the button and not before.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { v7 as createUuid } from 'uuid';
import { cleanUrl } from '../../../model/canonical-url.ts';
import { composeDraft, type Draft } from '../../../model/draft.ts';
import type { Receiver } from '../../../model/receiver.ts';
import { readReport } from '../../../model/report.ts';
import { composeReportLetter, composeReportText } from '../../../model/report-letter.ts';
import type { Result } from '../../../model/result.ts';
import type { CheckedFinding } from '../../../model/reuse/checked-page.ts';
import { COMMENT_LIMIT, composeCreditReport } from '../../../model/reuse/compose-credit-report.ts';
import type { Translate } from '../../../model/translate.ts';
import { formatAddress, WebLink } from '../../../ui/web-link.tsx';
import { useWords } from '../../../ui/words.ts';
import type { PopupDeps } from '../popup-deps.ts';
import { describeFaults } from './describe-finding.ts';
import { ReceiverField } from './receiver-field.tsx';

interface CreditReportFormProps
  extends Pick<PopupDeps, 'findCreditReceiver' | 'reportCredit' | 'writeClipboard'> {
  finding: CheckedFinding;
  /** where the passage stands */
  pageUrl: string;
  onClose(how: 'no' | 'done'): void;
}

export function CreditReportForm(props: CreditReportFormProps) {
  const { finding, findCreditReceiver, reportCredit, writeClipboard, onClose } = props;
  const { t } = useWords();
  const page = cleanUrl(props.pageUrl) ?? props.pageUrl;
  const [receiver, setReceiver] = useState<Receiver | null>(null);
  const [comment, setComment] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [isSending, setSending] = useState(false);
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLParagraphElement>(null);
  // Minted once: pressed twice, it is the same report.
  const [canonical] = useState(() => `urn:uuid:${createUuid()}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, as the form opens
  useEffect(() => {
    heading.current?.focus();
    void findCreditReceiver(finding.source.url, finding.service).then((answer) => {
      if (answer.ok) setReceiver(answer.value);
      else setSaid(t('popupFailed'));
    });
  }, []);

  const sentence = [t('popupCheckSentence', { page }), ...describeFaults(finding, t)].join(' ');
  const compose = (): Draft =>
    composeCreditReport({ finding, sentence, comment, canonical, now: Date.now() });
  const send = async () => {
    if (receiver === null || isSending) return;
    setSaid('');
    if (receiver.kind === 'ask' && !agreed) return setSaid(t('dialogAgreeMissing'));
    setSending(true);
    const answer = await reportCredit({ draft: compose(), standsAt: page, agreed });
    setSending(false);
    if (answer.ok) onClose('done');
    // What was typed stays.
    else setSaid(describeFailure(answer, t));
  };
  const copy = async () => {
    const plain = composeReportText(readPage(compose()), t);
    setSaid(t((await writeClipboard({ plain, html: null })) ? 'popupCopied' : 'popupFailed'));
  };

  return (
    <form
      class="credit-report"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The popup itself stays.
        event.preventDefault();
        onClose('no');
      }}
    >
      <p ref={heading} tabIndex={-1} class="eyebrow">
        {t('popupCheckOffer')}
      </p>
      <blockquote class="sentence" dir="auto" lang={finding.language ?? undefined}>
        {finding.opening}
      </blockquote>
      <p>
        <WebLink href={finding.source.url} dir="ltr">
          {formatAddress(finding.source.url)}
        </WebLink>
      </p>
      <p dir="auto">{sentence}</p>
      <label class="field">
        {t('popupCheckComment')}
        <textarea
          rows={2}
          dir="auto"
          maxLength={COMMENT_LIMIT}
          value={comment}
          onInput={({ currentTarget }) => setComment(currentTarget.value)}
        />
      </label>
      <ReceiverField
        receiver={receiver}
        sourceUrl={finding.source.url}
        agreed={agreed}
        onAgree={setAgreed}
      />
      <div class="actions">
        <button type="submit" class="primary" aria-disabled={receiver === null || isSending}>
          {t('dialogSend')}
        </button>
        {receiver?.kind === 'none' && (
          <>
            <button type="button" onClick={() => void copy()}>
              {t('dialogCopyText')}
            </button>
            <a
              href={composeReportLetter(readPage(compose()), null, t)}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('dialogWriteMail')}
            </a>
          </>
        )}
        <button type="button" onClick={() => onClose('no')}>
          {t('dialogCancel')}
        </button>
      </div>
      <p role="status" class="said">
        {said}
      </p>
    </form>
  );
}

function readPage(draft: Draft) {
  return { title: draft.place.title, reports: [readReport(composeDraft(draft))] };
}

function describeFailure(
  { code, detail }: Extract<Result<unknown>, { ok: false }>,
  t: Translate,
): string {
  switch (code) {
    case 'storage-full':
      return t('dialogStorageFull');
    case 'storage-failed':
      return t('dialogStorageFailed', { detail });
    case 'consent-needed':
      return t('dialogAgreeMissing');
    default:
      return t('popupFailed');
  }
}
