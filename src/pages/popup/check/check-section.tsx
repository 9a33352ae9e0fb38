/**
 * Whether what stands on the page in front and was copied elsewhere carries its sources: asked for by a press, or found
 * by the page itself before.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CheckedPage } from '../../../model/reuse/checked-page.ts';
import type { Announce } from '../../../ui/announcer.tsx';
import { useWords } from '../../../ui/words.ts';
import type { PopupDeps } from '../popup-deps.ts';
import { composeExport, EXPORT_FORMATS, type ExportFormat } from './compose-export.ts';
import { countVerdicts } from './describe-finding.ts';
import { PassageItem } from './passage-item.tsx';

type CheckSectionProps = Pick<
  PopupDeps,
  | 'checkPage'
  | 'readChecked'
  | 'showPassage'
  | 'writeClipboard'
  | 'saveFile'
  | 'findCreditReceiver'
  | 'reportCredit'
> & { announce: Announce };

export function CheckSection(props: CheckSectionProps) {
  const { checkPage, readChecked, showPassage, saveFile, announce, ...rest } = props;
  const { t } = useWords();
  const [page, setPage] = useState<CheckedPage | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState('');
  /** a check that was asked for counts more than one that was read */
  const isAsked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is asked once, as the popup opens
  useEffect(() => {
    void readChecked().then((answer) => {
      if (answer.ok && !isAsked.current) setPage(answer.value);
    });
  }, []);

  const check = async () => {
    if (isRunning) return;
    isAsked.current = true;
    setRunning(true);
    setFailure('');
    const answer = await checkPage();
    setRunning(false);
    // What was found before stays where this fails.
    if (answer.ok) setPage(answer.value);
    else if (answer.code === 'no-answer') setFailure(t('popupUnreadable'));
    else setFailure(t('popupCheckFailed', { reason: answer.detail || answer.code }));
  };
  const show = async (index: number) => {
    const answer = await showPassage(index);
    // Where it could be shown, the popup closes.
    if (!answer.ok || !answer.value) announce(t('popupCheckGone'));
  };
  const save = (format: ExportFormat) => {
    if (page === null) return;
    const { name, type, text } = composeExport(page, format);
    saveFile(new Blob([text], { type }), name);
    announce(t('reviewExportSavedSaid', { name }));
  };

  return (
    <section aria-labelledby="check-heading" aria-busy={isRunning ? true : undefined} class="check">
      <h2 id="check-heading" class="eyebrow">
        {t('popupCheckHeading')}
      </h2>
      <button
        type="button"
        class="check-now"
        aria-disabled={isRunning}
        onClick={() => void check()}
      >
        {t(page === null ? 'popupCheck' : 'popupCheckAgain')}
      </button>
      <div role="status" class="summary">
        {isRunning && <p>{t('popupCheckRunning')}</p>}
        {failure !== '' && <p class="said">{failure}</p>}
        {!isRunning && page !== null && <Summary page={page} />}
      </div>
      {page !== null && page.findings.length > 0 && (
        <>
          <ol class="passages">
            {page.findings.map((finding, index) => (
              <PassageItem
                // A check that is made again begins anew.
                key={`${page.checkedAt} ${index}`}
                {...rest}
                finding={finding}
                pageUrl={page.url}
                announce={announce}
                onShow={() => void show(index)}
              />
            ))}
          </ol>
          <fieldset class="actions">
            <legend class="quiet">{t('popupCheckExport')}</legend>
            {EXPORT_FORMATS.map((format) => (
              <button key={format} type="button" onClick={() => save(format)}>
                {format.toUpperCase()}
              </button>
            ))}
          </fieldset>
        </>
      )}
    </section>
  );
}

function Summary({ page }: { page: CheckedPage }) {
  const { t } = useWords();
  const { findings, isLedgerAsked, isListAsked } = page;
  return (
    <>
      {findings.length > 0 ? (
        <p>
          {t('popupCheckPassages', { total: findings.length })}
          <br />
          {countVerdicts(findings, t)}
        </p>
      ) : (
        isLedgerAsked && <p>{t('popupCheckNone')}</p>
      )}
      <p class="quiet">
        {!isLedgerAsked && `${t('popupCheckLedgerOff')} `}
        {t(isListAsked ? 'popupCheckListAsked' : 'popupCheckListNot')}
      </p>
    </>
  );
}
