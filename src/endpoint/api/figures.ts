/** A site's reports in figures: what came, what became of it, and how long that took. */
import * as v from 'valibot';
import { REPORT_KINDS, REPORT_STATES, type ReportState } from '../../model/report.ts';
import { readStoredReport } from '../annotations/representations.ts';
import type { FigureStore, TimeCount } from '../store/figures.ts';
import { type Day, listDays } from './days.ts';

/** Days that the database is asked for at once. */
const STRETCH = 7;
const MOST_ARTICLES = 10;
const MOST_WORDS = 10;
/** Articles, and words, of a stretch that may be among them: what is in no stretch's first thousand is not in the end. */
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
  fixTime: v.pipe(
    v.strictObject({ fixed: count, median: time, mean: time }),
    v.description(
      'the same from a report’s arrival to its first move to fixed, by a person or because of what was observed',
    ),
  ),
  repeated: v.pipe(
    v.array(
      v.strictObject({ words: v.string(), reports: count, mistakes: count, articles: count }),
    ),
    v.description(
      'the quoted words with most reports, spam aside, of the mistakes that are counted here; in how many articles they are',
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

/** Counts by the key of an article, or of words. */
type Ranking = Map<string, { reports: number; mistakes: number }>;

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
  const [articles, words]: [Ranking, Ranking] = [new Map(), new Map()];
  const [times, fixTimes]: [TimeCount[], TimeCount[]] = [[], []];
  for (let i = 0; i < days.length; i += STRETCH) {
    const stretch = days.slice(i, i + STRETCH);
    const span = spanDays(stretch);
    for (const { span: day, kind, state, count } of await store.countReports(site, stretch)) {
      for (const figures of [total, byDay[i + day]]) addReports(figures, kind, state, count);
    }
    for (const { state, count } of await store.countMistakes(site, span)) mistakes[state] += count;
    for (const found of await store.countArticles(site, span, CANDIDATES)) {
      addCounts(articles, found.article, found);
    }
    for (const found of await store.countWords(site, span, CANDIDATES)) {
      addCounts(words, found.words, found);
    }
    times.push(...(await store.countTimes(site, span)));
    fixTimes.push(...(await store.countFixTimes(site, span)));
    for (const { editor, to: state, count } of await store.countDecisions(site, span)) {
      const states = editor === '' ? observed : (editors.get(editor) ?? createStates());
      states[state] += count;
      if (editor !== '') editors.set(editor, states);
    }
  }
  const wanted = total.reports - total.states.spam;
  const [decisions, fixes] = [summarizeTimes(times), summarizeTimes(fixTimes)];
  return {
    ...{ site, from, to, zone: zone === '' ? 'UTC' : zone },
    days: byDay.map((figures, i) => ({ day: days[i]?.day ?? '', ...figures })),
    total,
    shares: {
      fixed: wanted === 0 ? null : total.states.fixed / wanted,
      rejected: wanted === 0 ? null : total.states.rejected / wanted,
    },
    mistakes,
    decisionTime: { decided: decisions.count, median: decisions.median, mean: decisions.mean },
    fixTime: { fixed: fixes.count, median: fixes.median, mean: fixes.mean },
    repeated: await nameWords(store, site, words, days),
    articles: await nameArticles(store, site, articles),
    editors: rankEditors(editors),
    observed,
  };
}

function addCounts(
  ranking: Ranking,
  key: string,
  { reports, mistakes }: { reports: number; mistakes: number },
): void {
  const known = ranking.get(key) ?? { reports: 0, mistakes: 0 };
  ranking.set(key, { reports: known.reports + reports, mistakes: known.mistakes + mistakes });
}

/** @returns those with most reports */
function listMost(ranking: Ranking, limit: number) {
  return [...ranking]
    .sort(([a, one], [b, other]) => other.reports - one.reports || (a < b ? -1 : 1))
    .slice(0, limit);
}

/** @returns those with most reports, by their URLs */
async function nameArticles(store: FigureStore, site: string, articles: Ranking) {
  const named = await Promise.all(
    listMost(articles, MOST_ARTICLES).map(async ([article, counts]) => {
      const source = await store.findSource(site, article);
      return source === null ? [] : [{ source, ...counts }];
    }),
  );
  return named.flat();
}

/** @returns those with most reports, as they are quoted */
async function nameWords(
  store: FigureStore,
  site: string,
  words: Ranking,
  days: readonly Day[],
): Promise<Figures['repeated']> {
  const most = listMost(words, MOST_WORDS);
  const articles = new Map(most.map(([key]) => [key, new Set<string>()]));
  for (let i = 0; i < days.length; i += STRETCH) {
    const span = spanDays(days.slice(i, i + STRETCH));
    const found = await store.listWordsArticles(site, span, [...articles.keys()]);
    for (const { words: key, article } of found) articles.get(key)?.add(article);
  }
  const named = await Promise.all(
    most.map(async ([key, counts]) => {
      const report = await store.findQuoting(site, key);
      const quote = report === null ? '' : readStoredReport(report).exact.trim();
      return quote === ''
        ? []
        : [{ words: quote, ...counts, articles: articles.get(key)?.size ?? 0 }];
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
export function summarizeTimes(times: readonly TimeCount[]): {
  count: number;
  median: number | null;
  mean: number | null;
} {
  const all = times.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return { count: 0, median: null, mean: null };
  const ordered = [...times].sort((one, other) => one.time - other.time);
  let passed = 0;
  const middle = ordered.find(({ count }) => {
    passed += count;
    return passed * 2 >= all;
  });
  const sum = times.reduce((before, one) => before + one.sum, 0);
  return { count: all, median: middle?.time ?? null, mean: sum / all };
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
