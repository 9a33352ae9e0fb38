/** A site's reports in figures: what came, what became of it, and how long that took. */
import * as v from 'valibot';
import { REPORT_KINDS, REPORT_STATES } from '../../model/report.ts';
import { composePath, type Endpoint, type Outcome } from './ask-endpoint.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** ms; null where there was nothing to take the time of */
const time = v.nullable(v.pipe(v.number(), v.minValue(0)));
/** from 0 to 1; null of nothing */
const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
const statesSchema = v.object(v.entriesFromList(REPORT_STATES, count));
const reports = {
  reports: count,
  states: statesSchema,
  kinds: v.object(v.entriesFromList(REPORT_KINDS, count)),
};

const figuresSchema = v.object({
  site: v.string(),
  /** days such as 2026-11-23, both counted, in the time zone */
  from: v.string(),
  to: v.string(),
  zone: v.string(),
  /** each day, with the reports that came on it in the states they are in now */
  days: v.array(v.object({ day: v.string(), ...reports })),
  total: v.object(reports),
  /** of the reports that came, spam aside */
  shares: v.object({ fixed: share, rejected: share }),
  /** clusters whose last report came in this time */
  mistakes: statesSchema,
  /** from a report's arrival to the first decision of a person, for those made in this time */
  decisionTime: v.object({ decided: count, median: time, mean: time }),
  /** from its arrival to its first move to fixed, for those made in this time; earlier endpoints do not tell */
  fixTime: v.fallback(v.object({ fixed: count, median: time, mean: time }), {
    ...{ fixed: 0, median: null, mean: null },
  }),
  /** those with most reports, spam aside */
  articles: v.array(v.object({ source: v.string(), reports: count, mistakes: count })),
  /** words that are reported most, spam aside; earlier endpoints do not tell */
  repeated: v.fallback(
    v.array(v.object({ words: v.string(), reports: count, mistakes: count, articles: count })),
    [],
  ),
  /** decisions made in this time, by the names on the tokens */
  editors: v.array(v.object({ name: v.string(), decisions: count, states: statesSchema })),
  /** moves that followed from what was observed */
  observed: statesSchema,
});
export type Figures = v.InferOutput<typeof figuresSchema>;

export interface FiguresApi {
  /** @param question days, '' for the last thirty; the time zone of the days, '' for UTC */
  read(question: {
    site: string;
    from: string;
    to: string;
    zone: string;
  }): Promise<Outcome<Figures>>;
}

export function createFiguresApi({ ask }: Endpoint): FiguresApi {
  return {
    read: ({ site, from, to, zone }) =>
      ask(figuresSchema, composePath('figures', { site, from, to, zone })),
  };
}
