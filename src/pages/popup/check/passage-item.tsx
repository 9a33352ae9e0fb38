/** One passage that stands on the page and is from elsewhere: what is found of it, and what can be done. */
import { useRef, useState } from 'preact/hooks';
import { type CheckedFinding, isAtFault } from '../../../model/reuse/checked-page.ts';
import type { Announce } from '../../../ui/announcer.tsx';
import { TermsEvidence } from '../../../ui/terms-evidence.tsx';
import { formatAddress, WebLink } from '../../../ui/web-link.tsx';
import { useWords } from '../../../ui/words.ts';
import { Action } from '../actions.tsx';
import type { PopupDeps } from '../popup-deps.ts';
import { CreditReportForm } from './credit-report-form.tsx';
import { describeFaults, describeVerdict } from './describe-finding.ts';

interface PassageItemProps
  extends Pick<PopupDeps, 'writeClipboard' | 'findCreditReceiver' | 'reportCredit'> {
  finding: CheckedFinding;
  /** where the passage stands */
  pageUrl: string;
  announce: Announce;
  onShow(): void;
}

export function PassageItem({ finding, pageUrl, announce, onShow, ...deps }: PassageItemProps) {
  const { t } = useWords();
  const [reporting, setReporting] = useState<'no' | 'asked' | 'done'>('no');
  const item = useRef<HTMLLIElement>(null);
  const { verdict, source, evidence, fix, opening, language } = finding;
  const copyFix = async () => {
    if (fix === null) return;
    const isThere = await deps.writeClipboard({ plain: fix.plain, html: fix.html });
    announce(t(isThere ? 'popupCheckFixCopied' : 'popupFailed'));
  };
  /** What had the focus goes: back to the passage. */
  const close = (next: 'no' | 'done') => {
    setReporting(next);
    item.current?.querySelector('button')?.focus();
  };
  return (
    <li class="passage" ref={item}>
      <Verdict verdict={verdict} />
      <blockquote class="sentence" dir="auto" lang={language ?? undefined}>
        <Words finding={finding} />
      </blockquote>
      <p>
        <WebLink href={source.url}>{source.title || formatAddress(source.url)}</WebLink>
        {source.publisher !== null && (
          <span class="quiet">
            {' '}
            · <bdi>{source.publisher}</bdi>
          </span>
        )}
      </p>
      <ul class="faults">
        {describeFaults(finding, t).map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
      {evidence !== null && evidence !== '' && (
        <details class="rule">
          <summary>{t('reuseRule')}</summary>
          <blockquote>
            <TermsEvidence terms={{ evidence }} language={language} />
          </blockquote>
        </details>
      )}
      <div class="actions">
        <Action label={t('popupCheckShow')} about={opening} onClick={onShow} />
        {fix !== null && (
          <Action label={t('popupCheckCopyFix')} about={opening} onClick={() => void copyFix()} />
        )}
        {isAtFault(finding) && reporting === 'no' && (
          <Action
            label={t('popupCheckReport')}
            about={opening}
            onClick={() => setReporting('asked')}
          />
        )}
      </div>
      {reporting === 'asked' && (
        <CreditReportForm {...deps} finding={finding} pageUrl={pageUrl} onClose={close} />
      )}
      <p role="status" class="said">
        {reporting === 'done' && t('popupCheckTold')}
      </p>
    </li>
  );
}

function Verdict({ verdict }: Pick<CheckedFinding, 'verdict'>) {
  const { t } = useWords();
  const { word, sign } = describeVerdict(verdict, t);
  return (
    <p class={`verdict ${verdict}`}>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>{' '}
      {word}
    </p>
  );
}

/** The passage's first words and its last; of a short one, all of it, once. */
function Words({ finding: { opening, closing } }: Pick<PassageItemProps, 'finding'>) {
  return <>{opening === closing ? opening : `${opening} … ${closing}`}</>;
}
