/** Which days, and of which site, the figures are about. */
import { useEffect, useId, useState } from 'preact/hooks';
import type { MessageKey } from '../../../model/translate.ts';
import { useWords } from '../../../ui/words.ts';
import {
  findPeriodFault,
  MOST_DAYS,
  type Period,
  type PeriodFault,
  USUAL_LENGTHS,
} from './period.ts';

const FAULTS: Record<PeriodFault, MessageKey> = {
  incomplete: 'reviewFiguresIncomplete',
  backwards: 'reviewFiguresBackwards',
  'too-long': 'reviewFiguresTooLong',
};

interface PeriodChooserProps {
  period: Period;
  /** days up to today, null where dates were chosen */
  length: number | null;
  onLength(length: number): void;
  onPeriod(period: Period): void;
}

export function PeriodChooser({ period, length, onLength, onPeriod }: PeriodChooserProps) {
  const { t } = useWords();
  return (
    <>
      <fieldset class="filters" aria-label={t('reviewFiguresPeriod')}>
        {USUAL_LENGTHS.map((days) => (
          <button
            key={days}
            type="button"
            aria-pressed={days === length}
            onClick={() => onLength(days)}
          >
            {days === 365 ? t('reviewFiguresYear') : t('reviewFiguresDays', { count: days })}
          </button>
        ))}
      </fieldset>
      <DatesForm period={period} onPeriod={onPeriod} />
    </>
  );
}

function DatesForm({ period, onPeriod }: Pick<PeriodChooserProps, 'period' | 'onPeriod'>) {
  const { t } = useWords();
  const id = useId();
  const [typed, setTyped] = useState(period);
  const [fault, setFault] = useState<PeriodFault | null>(null);
  const { from, to } = period;
  useEffect(() => {
    setTyped({ from, to });
    setFault(null);
  }, [from, to]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = findPeriodFault(typed);
    setFault(found);
    if (found === null) onPeriod(typed);
  };
  const describe = (name: 'from' | 'to') => ({
    type: 'date' as const,
    value: typed[name],
    'aria-invalid': fault !== null,
    ...(fault === null ? {} : { 'aria-describedby': `${id}-fault` }),
    onInput: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setTyped((held) => ({ ...held, [name]: value }));
    },
  });
  return (
    <form class="dates" noValidate onSubmit={submit}>
      <label>
        {t('reviewFiguresFrom')} <input {...describe('from')} />
      </label>
      <label>
        {t('reviewFiguresTo')} <input {...describe('to')} />
      </label>
      <button type="submit">{t('reviewFiguresShow')}</button>
      <p id={`${id}-fault`} role="alert" class={fault === null ? '' : 'error'}>
        {fault !== null && t(FAULTS[fault], { days: MOST_DAYS })}
      </p>
    </form>
  );
}
