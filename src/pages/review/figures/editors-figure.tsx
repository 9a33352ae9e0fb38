/** What has been decided, by whom; and what followed by itself from looks at the articles. */
import { REPORT_STATES } from '../../../model/report.ts';
import type { Figures } from '../../../platform/editors/figures.ts';
import { STATE_NAMES } from '../../../ui/report-states.ts';
import { useWords } from '../../../ui/words.ts';
import { type Bar, BarList } from './bar-list.tsx';
import { ChartFigure } from './chart-figure.tsx';

/** Nothing where nothing has been decided. */
export function EditorsFigure({ figures: { editors, observed } }: { figures: Figures }) {
  const { t } = useWords();
  const byItself = REPORT_STATES.reduce((sum, state) => sum + observed[state], 0);
  const rows = editors.map(({ name, decisions, states }) => ({
    ...{ key: `editor ${name}`, name, decisions, states },
  }));
  if (byItself > 0) {
    const name = t('reviewFiguresObserved');
    rows.push({ key: 'observed', name, decisions: byItself, states: observed });
  }
  if (rows.length === 0) return null;
  const bars = rows.map(
    ({ key, name, decisions }): Bar => ({ key, name, count: decisions, href: null }),
  );
  return (
    <ChartFigure
      wide
      title={t('reviewFiguresByEditor')}
      note={t('reviewFiguresByEditorNote')}
      table={{
        columns: [
          t('reviewFiguresEditor'),
          t('reviewFiguresDecisions'),
          ...REPORT_STATES.map((state) => t(STATE_NAMES[state])),
        ],
        rows: rows.map(({ key, name, decisions, states }) => ({
          key,
          head: <bdi>{name}</bdi>,
          cells: [decisions, ...REPORT_STATES.map((state) => states[state])],
        })),
      }}
    >
      <BarList bars={bars} />
    </ChartFigure>
  );
}
