/**
 * Tells the background what the page shows of reported mistakes, as far as their editors cannot know it yet. A page
 * that is still coming in may show a mistake as gone that stands there a moment later, so nothing is told that was
 * not seen twice, the second time when the page had settled.
 */
import { MOST_PLACED } from '../../messages/content-to-background.ts';
import { type Observation, REPLACEMENT_LIMIT } from '../../model/observation.ts';
import { isNews, isToldFor, type PlacedReport } from '../../model/placed-report.ts';
import type { ReportState } from '../../model/report.ts';

/** What a look at a page has shown of a report. */
export interface Sight {
  report: PlacedReport;
  verdict: Observation['verdict'] | 'unknown';
  /** what stands in the mistake's place where it is fixed */
  replacement: string;
}

export type News = Observation & { canonical: string };

interface Told {
  verdict: Observation['verdict'];
  state: ReportState;
}

export interface Teller {
  /** @returns whether something is to be seen again before it is told */
  weigh(sights: readonly Sight[], isSettled: boolean): boolean;
  /** What stands here now is known: an editor has just decided about it. @param state the one that it is in then */
  hush(canonical: string, verdict: Observation['verdict'], state: ReportState): void;
}

/** @param tell resolves with whether it was taken; what was not is told with a later look */
export function createTeller(tell: (news: News[]) => Promise<boolean>): Teller {
  const seen = new Map<string, string>();
  /** what was told in the life of this page, and in which state of the report: in another, it says nothing */
  const told = new Map<string, Told>();

  async function send(news: readonly (News & Told)[]): Promise<void> {
    const before = news.map(({ canonical }) => told.get(canonical));
    for (const { canonical, verdict, state } of news) told.set(canonical, { verdict, state });
    if (await tell(news.map(({ state: _, ...one }) => one))) return;
    for (const [index, { canonical }] of news.entries()) {
      const last = before[index];
      if (last === undefined) told.delete(canonical);
      else told.set(canonical, last);
    }
  }

  function isKnown(report: PlacedReport, verdict: Observation['verdict']): boolean {
    const last = told.get(report.canonical);
    if (last === undefined || !isToldFor(last.state, report.state)) return !isNews(report, verdict);
    return last.verdict === verdict || !isNews({ ...report, told: last.verdict }, verdict);
  }

  return {
    weigh(sights, isSettled) {
      const news: (News & Told)[] = [];
      let isUnsure = false;
      for (const { report, verdict, replacement } of sights) {
        const { canonical, state } = report;
        const sight = `${verdict} ${replacement}`;
        const isSame = seen.get(canonical) === sight;
        seen.set(canonical, sight);
        if (verdict === 'unknown' || isKnown(report, verdict)) continue;
        if (!isSame || !isSettled) isUnsure = true;
        else news.push({ canonical, state, verdict, replacement: cut(verdict, replacement) });
      }
      if (news.length > 0) void send(news.slice(0, MOST_PLACED));
      return isUnsure;
    },
    hush: (canonical, verdict, state) => void told.set(canonical, { verdict, state }),
  };
}

function cut(verdict: Observation['verdict'], replacement: string): string {
  return verdict === 'fixed' ? replacement.slice(0, REPLACEMENT_LIMIT).toWellFormed() : '';
}
