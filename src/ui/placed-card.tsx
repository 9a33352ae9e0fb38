/**
 * A reported mistake, beside its words in the article: what is to be changed, what has become of it, and for editors
 * what they decide. All that can be pressed is in forms, because no page can stop their submission on the way, as it
 * can a click.
 */
import { nameKind } from '../model/kind-names.ts';
import type { PlacedReport } from '../model/placed-report.ts';
import type { ReportState } from '../model/report.ts';
import type { Translate } from '../model/translate.ts';
import { Correction } from './correction.tsx';
import { readDirection } from './document-locale.ts';
import { type DecisionStatus, Decisions } from './placed-decisions.tsx';
import { STATE_NAMES } from './report-states.ts';
import { useWords, WordsContext } from './words.ts';

export interface PlacedCardProps {
  report: PlacedReport;
  /** which of the places that are shown on the page it is, from 0 on, and how many there are */
  index: number;
  count: number;
  status: DecisionStatus;
  t: Translate;
  locale: string;
  onDecide(state: ReportState, reason: string): void;
  onStep(by: 1 | -1): void;
  onClose(): void;
}

export function PlacedCard({ report, index, count, status, t, locale, ...on }: PlacedCardProps) {
  const { state, readers, isOwn, comment, members } = report;
  const number = (value: number) => value.toLocaleString(locale);
  return (
    <WordsContext.Provider value={{ t, locale }}>
      {/* A press beside it, or Escape, closes it: the browser does that to a popover, whatever the page hears. */}
      <div
        role="dialog"
        class="card"
        popover="auto"
        tabIndex={-1}
        aria-labelledby="title"
        lang={locale}
        dir={readDirection(locale)}
      >
        <form
          class="head"
          onSubmit={(event) => {
            event.preventDefault();
            on.onClose();
          }}
        >
          <h2 id="title">{isOwn ? t('placedOwn') : t('placedReaders', { count: readers })}</h2>
          <button type="submit" class="close" aria-label={t('dialogClose')}>
            <span aria-hidden="true">×</span>
          </button>
        </form>
        <p class="facts">
          <span class={`badge ${state}`}>{t(STATE_NAMES[state])}</span>
          <span>{nameKind(report.kind, t)}</span>
          {isOwn && readers > 1 && <span>{t('placedReaders', { count: readers })}</span>}
        </p>
        <Correction {...report} />
        {comment !== '' && (
          <p class="comment" dir="auto">
            <span class="unseen" dir="auto">
              {t('dialogComment')}:{' '}
            </span>
            {comment}
          </p>
        )}
        <Sightings {...report.sightings} />
        {members.length > 0 && (
          <Decisions key={report.canonical} {...{ state, status }} onDecide={on.onDecide} />
        )}
        {count > 1 && (
          <form
            class="steps"
            onSubmit={(event) => {
              event.preventDefault();
              const { submitter } = event;
              const isBack = submitter instanceof HTMLButtonElement && submitter.value === 'back';
              on.onStep(isBack ? -1 : 1);
            }}
          >
            <button type="submit" value="back">
              {t('placedPrevious')}
            </button>
            <span>
              {number(index + 1)} / {number(count)}
            </span>
            <button type="submit" value="on">
              {t('placedNext')}
            </button>
          </form>
        )}
      </div>
    </WordsContext.Provider>
  );
}

/** Who has seen it fixed. What they saw in its place does not stand there: the words that the card is beside do. */
function Sightings({ readers, byEditor }: PlacedReport['sightings']) {
  const { t } = useWords();
  if (readers === 0 && !byEditor) return null;
  return (
    <div class="sightings">
      {readers > 0 && <p>{t('placedSeenFixed', { count: readers })}</p>}
      {byEditor && <p>{t('placedSeenByEditor')}</p>}
    </div>
  );
}
