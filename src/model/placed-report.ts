/**
 * A reported place of the page that is open, as it is shown there: the reports of several readers are one place.
 */
import * as v from 'valibot';
import { selectorSchema } from './annotation.ts';
import { type Observation, sightingsSchema } from './observation.ts';
import { REPORT_STATES, type ReportState } from './report.ts';

export const placedReportSchema = v.object({
  /** of the newest report of the place */
  canonical: v.string(),
  selectors: v.array(selectorSchema),
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  correction: v.string(),
  comment: v.string(),
  kind: v.string(),
  state: v.picklist(REPORT_STATES),
  /** how many reported the place, this reader among them */
  readers: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** whether this reader did */
  isOwn: v.boolean(),
  sightings: sightingsSchema,
  /** what this browser has told of it last, or null where nothing, or in another state */
  told: v.nullable(v.picklist(['open', 'fixed'])),
  /** every report of the place with the version that a decision is about; empty for readers, who decide nothing */
  members: v.array(v.object({ canonical: v.string(), etag: v.string() })),
});
export type PlacedReport = v.InferOutput<typeof placedReportSchema>;

/** Whether a look at the place shows what its editors cannot know yet. */
export function isNews({ told, state }: PlacedReport, verdict: Observation['verdict']): boolean {
  const isFixed = state === 'fixed';
  if (verdict === 'fixed') return isFixed ? told === 'open' : told !== 'fixed';
  // That a mistake stands where it was reported is what a report says. While it passes for fixed, it is told at each
  // look: an endpoint may wait until caches have forgotten the page as it was, or for another reader.
  return isFixed || told === 'fixed';
}

/** Whether what was told in one state says something in another: an acceptance sets nothing aside, all other moves do. */
export function isToldFor(toldIn: ReportState | undefined, state: ReportState): boolean {
  return toldIn === state || (toldIn !== undefined && isOpen(toldIn) && isOpen(state));
}

function isOpen(state: ReportState): boolean {
  return state === 'new' || state === 'accepted';
}
