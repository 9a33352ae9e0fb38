/** The days between which reports came, both counted; either may be left open. */
import { useId } from 'preact/hooks';
import { useWords } from '../../../ui/words.ts';
import { isBackwards, type Period } from './export-question.ts';

interface PeriodFieldsProps {
  period: Period;
  onPeriod(period: Period): void;
}

export function PeriodFields({ period, onPeriod }: PeriodFieldsProps) {
  const { t } = useWords();
  const id = useId();
  const isWrong = isBackwards(period);
  const field = (name: keyof Period) => (
    <div class="field day">
      <label for={`${id}-${name}`}>
        {t(name === 'from' ? 'reviewExportFrom' : 'reviewExportTo')}
      </label>
      <input
        id={`${id}-${name}`}
        type="date"
        value={period[name]}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-error` : `${id}-hint`}
        onInput={(event) => onPeriod({ ...period, [name]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <fieldset class="period">
      <legend>{t('reviewExportPeriod')}</legend>
      <div class="days">
        {field('from')}
        {field('to')}
      </div>
      <p class="hint" id={`${id}-hint`}>
        {t('reviewExportPeriodHint')}
      </p>
      {isWrong && (
        <p class="error" id={`${id}-error`} role="alert">
          {t('reviewExportPeriodError')}
        </p>
      )}
    </fieldset>
  );
}
