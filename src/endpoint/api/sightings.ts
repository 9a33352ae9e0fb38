/**
 * What editors are shown of the looks at a report's place. A look counts for a report that it came after; while the
 * report is open, only where nobody has moved it since: what was seen before the mistake returned is history.
 */
import { RETURN_GRACE } from '../../model/judge-observations.ts';
import type { Observation, Sightings } from '../../model/observation.ts';
import type { StoredLook } from '../store/observations.ts';
import { readReportedAt, type StoredReport } from '../store/stored-report.ts';

export function summarizeSightings(report: StoredReport, looks: readonly StoredLook[]): Sightings {
  const reportedAt = readReportedAt(report);
  const since = report.state === 'fixed' ? reportedAt : Math.max(reportedAt, report.movedAt ?? 0);
  const fixed = looks
    .filter(({ verdict, at }) => verdict === 'fixed' && at > since)
    .sort((one, other) => other.at - one.at);
  return {
    readers: fixed.filter(({ by }) => by === 'reader').length,
    byEditor: fixed.some(({ by }) => by === 'editor'),
    replacement: fixed[0]?.replacement ?? '',
  };
}

/**
 * What an editor's token has told of a report's place.
 * @returns null where it has told nothing, or only what does not count for this report and may be told again
 */
export function findTold(
  report: StoredReport,
  looks: readonly StoredLook[],
  tokenId: string,
): Observation['verdict'] | null {
  const look = looks.find(({ by, observer }) => by === 'editor' && observer === tokenId);
  if (look === undefined || look.at <= readReportedAt(report)) return null;
  const movedAt = report.movedAt ?? 0;
  // As in the rule: until when a look that speaks for another state does not count.
  const until = report.state === 'fixed' ? movedAt + RETURN_GRACE : movedAt;
  const isSetAside = look.verdict === (report.state === 'fixed' ? 'open' : 'fixed');
  return isSetAside && look.at <= until ? null : look.verdict;
}
