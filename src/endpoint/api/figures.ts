/** A site's reports in figures: what came, what became of it, and how long that took. */
import * as v from 'valibot';
import { REPORT_KINDS, REPORT_STATES, type ReportState } from '../../model/report.ts';
import type { ArticleCount, FigureStore, TimeCount } from '../store/figures.ts';
import { type Day, listDays } from './days.ts';

/** Days that the database is asked for at once. */
const STRETCH = 7;
const MOST_ARTICLES = 10;
/** Articles of a stretch that may be among them: what is in no stretch's first thousand is not in the end. */
const CANDIDATES = 1_000;
const MOST_EDITORS = 100;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const time = v.nullable(v.pipe(v.number(), v.minValue(0)));
const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));

const statesSchema = v.strictObject({
  ...{ new: count, accepted: count, rejected: count, fixed: count, spam: count },
});
const kindsSchema = v.strictObject({
  ...{ spelling: count, grammar: count, fact: count, link: count },
  ...{ 'missing-credit': count, other: count },
});
const reportsSchema = v.strictObject({ reports: count, states: statesSchema, kinds: kindsSchema });
type ReportFigures = v.InferOutput<typeof reportsSchema>;

export const figuresSchema = v.strictObject({
  site: v.string(),
  from: v.string(),
  to: v.string(),
  zone: v.string(),
  days: v.pipe(
    v.array(v.strictObject({ day: v.string(), ...reportsSchema.entries })),
    v.description('each day, with the reports that came on it in the states they are in now'),
  ),
  total: reportsSchema,
  shares: v.pipe(
    v.strictObject({ fixed: share, rejected: share }),
    v.description('of the reports that came, spam aside; null where none came'),
  ),
  mistakes: v.pipe(
    statesSchema,
    v.description('clusters of reports about one mistake, whose last report came in this time'),
  ),
  decisionTime: v.pipe(
    v.strictObject({ decided: count, median: time, mean: time }),
    v.description(
      'ms from a report’s arrival to the first decision of a person, for those made in this time; the median to the ' +
        'minute, from a day on to the hour',
    ),
  ),
  articles: v.pipe(
    v.array(v.strictObject({ source: v.string(), reports: count, mistakes: count })),
    v.description('those with most reports, spam aside, of the mistakes that are counted here'),
  ),
  editors: v.pipe(
    v.array(v.strictObject({ name: v.string(), decisions: count, states: statesSchema })),
    v.description('decisions made in this time, by the names on the tokens'),
  ),
  observed: v.pipe(statesSchema, v.description('moves that followed from what was observed')),
});
export type Figures = v.InferOutput<typeof figuresSchema>;

export interface FiguresQuestion {
  site: string;
  /** days, both counted */
  from: string;
  to: string;
  /** time zone of the days, '' for UTC */
  zone: string;
}

/** Asks the store for a stretch of days after the other. */
export async function composeFigures(
  store: FigureStore,
  { site, from, to, zone }: FiguresQuestion,
): Promise<Figures> {
  const days = listDays(from, to, zone);
  const byDay = days.map(() => createReportFigures());
  const [total, mistakes, observed] = [createReportFigures(), createStates(), createStates()];
  const editors = new Map<string, Record<ReportState, number>>();
  const articles = new Map<string, ArticleCount>();
  const times: TimeCount[] = [];
  for (let i = 0; i < days.length; i += STRETCH) {
    const stretch = days.slice(i, i + STRETCH);
    const span = spanDays(stretch);
    for (const { span: day, kind, state, count } of await store.countReports(site, stretch)) {
      for (const figures of [total, byDay[i + day]]) addReports(figures, kind, state, count);
    }
    for (const { state, count } of await store.countMistakes(site, span)) mistakes[state] += count;
    for (const found of await store.countArticles(site, span, CANDIDATES)) {
      const { reports, mistakes: other } = articles.get(found.article) ?? {
        reports: 0,
        mistakes: 0,
      };
      articles.set(found.article, {
        ...{ article: found.article, reports: reports + found.reports },
        mistakes: other + found.mistakes,
      });
    }
    times.push(...(await store.countTimes(site, span)));
    for (const { editor, to: state, count } of await store.countDecisions(site, span)) {
      const states = editor === '' ? observed : (editors.get(editor) ?? createStates());
      states[state] += count;
      if (editor !== '') editors.set(editor, states);
    }
  }
  const wanted = total.reports - total.states.spam;
  return {
    ...{ site, from, to, zone: zone === '' ? 'UTC' : zone },
    days: byDay.map((figures, i) => ({ day: days[i]?.day ?? '', ...figures })),
    total,
    shares: {
      fixed: wanted === 0 ? null : total.states.fixed / wanted,
      rejected: wanted === 0 ? null : total.states.rejected / wanted,
    },
    mistakes,
    decisionTime: summarizeTimes(times),
    articles: await nameArticles(store, site, [...articles.values()]),
    editors: rankEditors(editors),
    observed,
  };
}

/** @returns those with most reports, by their URLs */
async function nameArticles(store: FigureStore, site: string, articles: readonly ArticleCount[]) {
  const most = articles
    .toSorted((one, other) => other.reports - one.reports || (one.article < other.article ? -1 : 1))
    .slice(0, MOST_ARTICLES);
  const named = await Promise.all(
    most.map(async ({ article, reports, mistakes }) => {
      const source = await store.findSource(site, article);
      return source === null ? [] : [{ source, reports, mistakes }];
    }),
  );
  return named.flat();
}

function spanDays(days: readonly Day[]) {
  return { start: days[0]?.start ?? 0, end: days.at(-1)?.end ?? 0 };
}

function addReports(
  figures: ReportFigures | undefined,
  kind: string,
  state: ReportState,
  count: number,
): void {
  if (figures === undefined) return;
  figures.reports += count;
  figures.states[state] += count;
  figures.kinds[REPORT_KINDS.find((known) => known === kind) ?? 'other'] += count;
}

function createReportFigures(): ReportFigures {
  const kinds = { spelling: 0, grammar: 0, fact: 0, link: 0, 'missing-credit': 0, other: 0 };
  return { reports: 0, states: createStates(), kinds };
}

function createStates(): Record<ReportState, number> {
  return { new: 0, accepted: 0, rejected: 0, fixed: 0, spam: 0 };
}

/** The lower median, and the mean. */
export function summarizeTimes(times: readonly TimeCount[]): Figures['decisionTime'] {
  const decided = times.reduce((sum, { count }) => sum + count, 0);
  if (decided === 0) return { decided, median: null, mean: null };
  const ordered = [...times].sort((one, other) => one.time - other.time);
  let passed = 0;
  const middle = ordered.find(({ count }) => {
    passed += count;
    return passed * 2 >= decided;
  });
  const sum = times.reduce((all, one) => all + one.sum, 0);
  return { decided, median: middle?.time ?? null, mean: sum / decided };
}

function rankEditors(editors: ReadonlyMap<string, Record<ReportState, number>>) {
  return [...editors]
    .map(([name, states]) => {
      const decisions = REPORT_STATES.reduce((sum, state) => sum + states[state], 0);
      return { name, decisions, states };
    })
    .sort((one, other) => other.decisions - one.decisions || (one.name < other.name ? -1 : 1))
    .slice(0, MOST_EDITORS);
}
