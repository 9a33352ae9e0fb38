/** The pictures of a time's figures: when reports came, what they are about, and who has done what. */
import { nameKind } from '../../../model/kind-names.ts';
import { REPORT_KINDS, REPORT_STATES } from '../../../model/report.ts';
import type { Figures } from '../../../platform/editors/figures.ts';
import { STATE_NAMES } from '../../../ui/report-states.ts';
import { formatAddress, WebLink } from '../../../ui/web-link.tsx';
import { useWords } from '../../../ui/words.ts';
import { type Bar, BarList } from './bar-list.tsx';
import { ChartFigure } from './chart-figure.tsx';
import './charts.css';
import { DaysFigure } from './days-figure.tsx';
import { EditorsFigure } from './editors-figure.tsx';
import { linkToQueue } from './queue-links.ts';
import { StateFills } from './state-fills.tsx';

interface ChartProps {
  figures: Figures;
  /** that the figures are about, '' for all */
  site: string;
}

export function Charts({ figures, site }: ChartProps) {
  const { articles, repeated, total } = figures;
  return (
    <div class="charts">
      <StateFills />
      {total.reports > 0 && <DaysFigure days={figures.days} />}
      {total.reports > 0 && <StatesFigure figures={figures} site={site} />}
      {total.reports > 0 && <KindsFigure figures={figures} site={site} />}
      {articles.length > 0 && <ArticlesFigure figures={figures} site={site} />}
      {repeated.length > 0 && <RepeatedFigure figures={figures} site={site} />}
      <EditorsFigure figures={figures} />
    </div>
  );
}

function StatesFigure({ figures: { total, mistakes }, site }: ChartProps) {
  const { t } = useWords();
  const bars = REPORT_STATES.map(
    (state): Bar => ({
      ...{ key: state, name: t(STATE_NAMES[state]), count: total.states[state], state },
      href: linkToQueue({ state, site }),
    }),
  );
  return (
    <ChartFigure
      title={t('reviewFiguresByState')}
      note={t('reviewFiguresByStateNote')}
      table={{
        columns: [t('reviewFilter'), t('reviewFiguresReports'), t('reviewFiguresMistakes')],
        rows: REPORT_STATES.map((state) => ({
          key: state,
          head: t(STATE_NAMES[state]),
          cells: [total.states[state], mistakes[state]],
        })),
        total: [total.reports, REPORT_STATES.reduce((sum, state) => sum + mistakes[state], 0)],
      }}
    >
      <BarList bars={bars} />
    </ChartFigure>
  );
}

function KindsFigure({ figures: { total }, site }: ChartProps) {
  const { t } = useWords();
  const kinds = REPORT_KINDS.toSorted((one, other) => total.kinds[other] - total.kinds[one]);
  const bars = kinds.map(
    (kind): Bar => ({
      ...{ key: kind, name: nameKind(kind, t), count: total.kinds[kind] },
      href: linkToQueue({ kind, site }),
    }),
  );
  return (
    <ChartFigure
      title={t('reviewFiguresByKind')}
      note={t('reviewFiguresByKindNote')}
      table={{
        columns: [t('reviewFiguresKind'), t('reviewFiguresReports')],
        rows: bars.map(({ key, name, count }) => ({ key, head: name, cells: [count] })),
        total: [total.reports],
      }}
    >
      <BarList bars={bars.filter(({ count }) => count > 0)} />
    </ChartFigure>
  );
}

function ArticlesFigure({ figures: { articles }, site }: ChartProps) {
  const { t } = useWords();
  const bars = articles.map(
    ({ source, reports }): Bar => ({
      ...{ key: source, name: formatAddress(source), count: reports },
      href: linkToQueue({ page: source, site }),
    }),
  );
  return (
    <ChartFigure
      title={t('reviewFiguresByArticle')}
      note={t('reviewFiguresByArticleNote')}
      table={{
        columns: [t('reviewFiguresArticle'), t('reviewFiguresReports'), t('reviewFiguresMistakes')],
        rows: articles.map(({ source, reports, mistakes }) => ({
          key: source,
          head: (
            <WebLink href={source} dir="ltr">
              {formatAddress(source)}
            </WebLink>
          ),
          cells: [reports, mistakes],
        })),
      }}
    >
      <BarList bars={bars} />
    </ChartFigure>
  );
}

function RepeatedFigure({ figures: { repeated }, site }: ChartProps) {
  const { t } = useWords();
  const bars = repeated.map(
    ({ words, reports }): Bar => ({
      ...{ key: words, name: words, count: reports },
      href: linkToQueue({ search: words, site }),
    }),
  );
  return (
    <ChartFigure
      title={t('reviewFiguresRepeated')}
      note={t('reviewFiguresRepeatedNote')}
      table={{
        columns: [
          t('reviewFiguresWords'),
          ...[t('reviewFiguresReports'), t('reviewFiguresMistakes'), t('reviewFiguresArticles')],
        ],
        rows: repeated.map(({ words, reports, mistakes, articles }) => ({
          key: words,
          head: <bdi>{words}</bdi>,
          cells: [reports, mistakes, articles],
        })),
      }}
    >
      <BarList bars={bars} />
    </ChartFigure>
  );
}
