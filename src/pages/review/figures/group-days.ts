/** Days in groups that still can be told from each other in a picture: each by itself, in weeks, or in months. */
import { REPORT_STATES, type ReportState } from '../../../model/report.ts';
import { addDays } from './period.ts';

export type GroupSize = 'day' | 'week' | 'month';

export interface DayCount {
  day: string;
  reports: number;
  states: Record<ReportState, number>;
}

export interface DayGroup {
  /** the days of the group that were asked about: the first and the last group may have fewer than the others */
  from: string;
  to: string;
  reports: number;
  states: Record<ReportState, number>;
}

/** The most days that stand by themselves, and that stand in weeks. */
const MOST_BY_DAY = 45;
const MOST_BY_WEEK = 190;

export function chooseGroupSize(days: number): GroupSize {
  if (days <= MOST_BY_DAY) return 'day';
  return days <= MOST_BY_WEEK ? 'week' : 'month';
}

/** @param days one after the other */
export function groupDays(days: readonly DayCount[], size: GroupSize): DayGroup[] {
  const groups = new Map<string, DayGroup>();
  for (const { day, reports, states } of days) {
    const key = nameGroup(day, size);
    const held = groups.get(key);
    groups.set(key, {
      from: held?.from ?? day,
      to: day,
      reports: (held?.reports ?? 0) + reports,
      states: held === undefined ? states : addStates(held.states, states),
    });
  }
  return [...groups.values()];
}

/** @returns the first day of the group; weeks begin on Monday (ISO 8601) */
function nameGroup(day: string, size: GroupSize): string {
  if (size === 'day') return day;
  if (size === 'month') return `${day.slice(0, 7)}-01`;
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

function addStates(
  one: Record<ReportState, number>,
  other: Record<ReportState, number>,
): Record<ReportState, number> {
  const sum = { ...one };
  for (const state of REPORT_STATES) sum[state] += other[state];
  return sum;
}
