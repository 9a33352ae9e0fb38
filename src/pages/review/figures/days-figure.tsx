/** When reports came: by day, or where those were too many to tell apart, by week or month. */
import { REPORT_STATES } from '../../../model/report.ts';
import type { MessageKey } from '../../../model/translate.ts';
import type { Figures } from '../../../platform/editors/figures.ts';
import { STATE_NAMES } from '../../../ui/report-states.ts';
import { useWords } from '../../../ui/words.ts';
import { ChartFigure } from './chart-figure.tsx';
import { DaysChart } from './days-chart.tsx';
import { formatGroup } from './figure-words.ts';
import { chooseGroupSize, type GroupSize, groupDays } from './group-days.ts';
import { StateLegend } from './state-fills.tsx';

interface GroupWords {
  title: MessageKey;
  /** '' where nothing needs to be said of the groups */
  note: MessageKey | '';
  column: MessageKey;
}

const WORDS: Record<GroupSize, GroupWords> = {
  day: { title: 'reviewFiguresByDay', note: '', column: 'reviewFiguresDay' },
  week: {
    ...{ title: 'reviewFiguresByWeek', note: 'reviewFiguresWeeksNote' },
    column: 'reviewFiguresWeek',
  },
  month: {
    ...{ title: 'reviewFiguresByMonth', note: 'reviewFiguresMonthsNote' },
    column: 'reviewFiguresMonth',
  },
};

export function DaysFigure({ days }: Pick<Figures, 'days'>) {
  const { t, locale } = useWords();
  const size = chooseGroupSize(days.length);
  const groups = groupDays(days, size);
  const words = WORDS[size];
  const title = t(words.title);
  const all = groups.reduce((sum, { reports }) => sum + reports, 0);
  const most = groups.reduce((held, group) => (group.reports > held.reports ? group : held));
  const peak = t('reviewFiguresPeak', {
    count: all,
    most: new Intl.NumberFormat(locale).format(most.reports),
    when: formatGroup(most, locale),
  });
  const sums = REPORT_STATES.map((state) =>
    groups.reduce((sum, { states }) => sum + states[state], 0),
  );
  return (
    <ChartFigure
      wide
      title={title}
      note={words.note === '' ? peak : `${peak} ${t(words.note)}`}
      table={{
        columns: [
          t(words.column),
          t('reviewFiguresReports'),
          ...REPORT_STATES.map((state) => t(STATE_NAMES[state])),
        ],
        rows: groups.map((group) => ({
          key: group.from,
          head: formatGroup(group, locale),
          cells: [group.reports, ...REPORT_STATES.map((state) => group.states[state])],
        })),
        total: [all, ...sums],
      }}
    >
      <StateLegend />
      <DaysChart groups={groups} size={size} label={`${title}. ${peak}`} />
    </ChartFigure>
  );
}
