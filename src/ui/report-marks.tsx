/**
 * The other places of the page that were marked and go along with a report, each with a way out again. The
 * buttons belong to a form beside the dialog's own, so that Enter in a field never presses one of them.
 */
import type { Ref } from 'preact';
import type { Translate } from '../model/translate.ts';
import { Change } from './correction.tsx';

/** A place that was marked before. */
export interface ShownMark {
  canonical: string;
  exact: string;
  /** '' where the reader gave none */
  correction: string;
}

interface ReportMarksProps {
  marks: ShownMark[];
  /** nothing else is to be sent */
  isAlone: boolean;
  /** id of the form that the buttons submit */
  form: string;
  listRef: Ref<HTMLUListElement>;
  t: Translate;
}

export function ReportMarks({ marks, isAlone, form, listRef, t }: ReportMarksProps) {
  if (marks.length === 0) return null;
  return (
    <div class="marks">
      <h3 id="marks">{isAlone ? t('marksRegion') : t('dialogMarks')}</h3>
      <ul ref={listRef} aria-labelledby="marks">
        {marks.map(({ canonical, exact, correction }) => (
          <li key={canonical}>
            <span class="change" dir="auto">
              <Change exact={exact} correction={correction} />
            </span>
            <button
              type="submit"
              form={form}
              class="plain"
              value={`remove:${canonical}`}
              aria-label={`${t('dialogRemoveMark')}: ${exact}`}
            >
              {t('dialogRemoveMark')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
